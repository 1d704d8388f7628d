"""Where people decide.

Comes in: grounds, and the signed commands of people. Goes out: events of cases.
Now true: an adverse entry had notice, time, answers, and two officers who supplied no evidence.
Refuses: whatever a guard or a clock does not allow, by name; a program as the author of anything adverse.
"""
