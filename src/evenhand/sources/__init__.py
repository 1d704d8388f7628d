"""What the world sends.

Comes in: a file, a detached signature, a source contract. Goes out: named cells with addresses.
Now true: the file was harmless, whole and signed by a clerk of its authority; every column is known.
Refuses: bombs, macros, encrypted files, unsigned sheets, columns of prohibited data (RF-4, RF-5).
"""
