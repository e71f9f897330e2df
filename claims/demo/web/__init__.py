"""The web of a made-up story on this machine: an article, the pages that it cites, and the trouble that pages make.

`python3 run.py demo-web` serves it; a test opens a `DemoWeb` of its own.
"""
