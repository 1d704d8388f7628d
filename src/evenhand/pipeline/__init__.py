"""The line, in the order of the sentence; the only place that calls the stages' verbs.

Comes in: a register, the two clocks, chance, and what people bring. Goes out: what they asked for.
Now true: each step left the register whole.
Refuses: to decide; it may pass only the passing of time to a case.
"""
