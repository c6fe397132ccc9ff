"""Files in memory in; a ZIP archive out whose bytes depend on their names, contents and order alone."""

from __future__ import annotations

from collections.abc import Container, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def archive(files: Mapping[str, bytes], stored: Container[str] = ()) -> bytes:
    """An archive of files by path, in their order; those in `stored` are not compressed.

    Every entry is dated with the first day that ZIP knows, so no clock gets in.
    """
    made = BytesIO()
    with ZipFile(made, "w") as zipped:
        for path, content in files.items():
            entry = ZipInfo(path)
            entry.compress_type = ZIP_STORED if path in stored else ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # a file of Unix that all may read
            zipped.writestr(entry, content, compresslevel=9)
    return made.getvalue()
