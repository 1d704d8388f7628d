"""Who is meant.

Comes in: the identifiers that records name. Goes out: one subject for the records that mean it.
Now true: records with the same exact identifier have one subject; doubtful ones wait for a person.
Refuses: a name as an identifier, a repaired code, a guess.
"""
