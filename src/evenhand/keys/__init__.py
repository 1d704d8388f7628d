"""Sign, verify, seal; the only home of the cryptography library.

Comes in: keys and bytes. Goes out: signatures, sealed bytes, a vault of what no backup holds.
Now true: bytes are whose they claim to be; what is sealed is readable by its key alone.
Refuses: a signature that does not verify, sealed bytes that were changed.
"""
