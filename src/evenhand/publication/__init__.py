"""What anyone can check.

Comes in: entries, schemes, tallies. Goes out: a signed edition.
Now true: the edition is what was appended to the log, and a stranger can show it with public material.
Refuses: to publish half; to verify an edition with one bit out of place or past its use-until.
"""
