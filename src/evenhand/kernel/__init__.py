"""Words that every stage may say.

Comes in: nothing. Goes out: identifiers, days, moments, codes, evidence, findings, errors.
Now true: a value that exists is well formed; one value has one canonical byte form.
Refuses: text that is not what it claims to be. Standard library only, no I/O, no clock, no chance.
"""
