"""The only place that knows tables and engines.

Comes in: admitted records, events, relational plans. Goes out: segments, the ledger, results.
Now true: what was acknowledged is durable, and every byte that is read was checked by its digest.
Refuses: bytes that do not fit their digest, an event out of order, a second recording of one thing.
"""
