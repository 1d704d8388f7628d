"""The rights floor.

Comes in: nothing. Goes out: the rules RF-1 to RF-16 and what refuses in their name.
Now true: each rule stands once, with its text, its law and the case that made it necessary.
Refuses: to be configured.
"""
