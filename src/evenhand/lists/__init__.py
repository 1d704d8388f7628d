"""What is in force.

Comes in: events of cases, a moment. Goes out: entries, and the fields that may be shown of them.
Now true: an entry stands on one decision and has a last day; expiry is computed here, at reading.
Refuses: an ended entry; a resident in anything public (RF-3); a field that no allow-list names.
"""
