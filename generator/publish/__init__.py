"""From a rendering to a site in its folder, wholly new or wholly the last good one.

In the order of a build: ``publish`` (the steps), ``swap`` and ``lock`` (the folder), ``shell`` with
``navigation``, ``docs_files`` and ``prose`` (MkDocs and the theme, once a frame), ``fill`` (once a page),
``site`` with ``sitemap`` and ``manifest`` (the files), ``verify`` with ``links`` (the last look), ``outcome``
(what is said at the end). What pages say is rendering's; nothing here knows a record from another.
"""

from generator.outcome import Finding, PublishingError, Report
from generator.publish.publish import publish

__all__ = ["Finding", "PublishingError", "Report", "publish"]
