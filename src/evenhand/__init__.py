"""Evenhand: a register of public trust with due process.

Comes in: worksheets of administrative facts, delivered and signed by authorities and courts.
Goes out: signed lists that anybody can verify, and for each subject the whole reckoning.
Now true: every row is accounted for, every entry was decided by people, every list ends.
Refuses: whatever lies below the rights floor (``rights/floor.py``), whoever asks for it.
"""

__version__ = "0.1.0"
