"""Publish a site output: write it, verify it, and replace the old site in one step.

In the order of a build: ``publish`` (the steps), ``swap`` and ``lock`` (the folder), ``site_writer`` with
``sitemap`` and ``manifest`` (the files), ``verify`` with ``links`` (the checks of the finished site). Nothing
here knows what pages contain or how shells are made.
"""
