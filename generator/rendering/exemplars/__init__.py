"""The finder of comparable units (/exemplars/): what it searches, what its browser part gets, its page.

In order: ``pool`` who may be offered, ``libraries`` what else may fit, ``steps`` the next step of the ladder,
``file`` what the browser reads, ``page`` the page. The rule is insight/exemplars.py; the browser's half is
assets/exemplars/.
"""
