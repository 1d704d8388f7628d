"""Where facts and rules meet.

Comes in: a scheme's plan, evidence, consents, questions. Goes out: standings, explanations, grounds.
Now true: a standing is the sum of its contributions, and the same two clocks give the same bytes.
Refuses: a resident without consent (RF-1), doubt against anyone (RF-16), the past (RF-13).
"""
