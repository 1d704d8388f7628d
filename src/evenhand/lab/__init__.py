"""Beside the line, never on it.

Comes in: a seed. Goes out: a model city and the worksheets that its authorities would send.
Now true: the same seed gives the same bytes; nothing made here can be taken for a real company.
Refuses: codes of a real area.
"""
