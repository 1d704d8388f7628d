"""The commands: a module for each noun.

Comes in: what somebody typed. Goes out: results on stdout, progress and messages on stderr.
Now true: the clock and chance entered here and nowhere else.
Refuses: what it does not understand, with the nearest spelling.
"""
