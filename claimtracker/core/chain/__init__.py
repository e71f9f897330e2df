"""The chain of seals over the history: made by the sweeper, checked by `manage.py verify_history`.

digests     PURE: the bytes that are hashed
tables      the tables of history, and what a stretch of one reads like now
marks       which rows are final: every transaction that could still add one before them has ended
sealing     the deed
rows        PURE: what was sealed against what stands there now
links       the seals themselves: none changed, missing, exchanged or cut off
stretches   the rows under the seals
live        the records of today against the newest row of their history
verifying   all of it, fault by fault
"""
