"""Pack a built site into one WARC file, the format in which web archives keep pages."""

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from mimetypes import guess_type
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from warcio.warcwriter import WARCWriter

from corpus.paths import files_below, page_url


def main(typed: Sequence[str] | None = None) -> None:
    """Write the WARC file that the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    parser.add_argument("warc", type=Path, help="the file to write, such as site.warc.gz")
    parser.add_argument("--address", required=True, help="such as https://example.org/opinions/")
    parser.add_argument("--day", required=True, type=_utc, help="when it was built, in ISO 8601")
    arguments = parser.parse_args(typed)
    address = f"{arguments.address.rstrip('/')}/"
    with arguments.warc.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for name in files_below(arguments.site):
            _add(writer, arguments.site / name, f"{address}{page_url(name)}", arguments.day)


def _add(writer: WARCWriter, path: Path, uri: str, day: str) -> None:
    """Add a file with an id that is always the same, so that the same site gives the same bytes."""
    with path.open("rb") as file:
        headers = {"WARC-Date": day, "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, day + uri).urn}>"}
        content_type = guess_type(path.name)[0] or "application/octet-stream"
        writer.write_record(
            writer.create_warc_record(
                uri,
                "resource",
                payload=file,
                warc_content_type=content_type,
                warc_headers_dict=headers,
            )
        )


def _utc(typed: str) -> str:
    return datetime.fromisoformat(typed).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
