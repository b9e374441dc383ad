"""What the product itself explains, in every city's site and at the terminal.

- `codes/*.yaml`, one file per family: what each code of codes.yaml means, with an example and how to mend it
- `*.md`: guides, one file each in Chinese and, as `*.en.md`, in English; a new one is in the site, its index
  and the search by being here

Only reading of these files belongs here; pages of them are made in rendering, the terminal's text in
reporting.
"""
