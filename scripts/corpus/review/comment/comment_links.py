"""Links from the comment on a pull request to the files and guides that it mentions."""

from dataclasses import dataclass
from urllib.parse import quote

from corpus.text.markdown_escape import escape_markdown


@dataclass(frozen=True, slots=True)
class Links:
    """Where a clerk finds what the comment mentions; a part that is not known is empty."""

    site: str = ""
    """The address of the site, which explains the rules."""
    repository: str = ""
    """The repository of the change: `https://github.com/OWNER/NAME`."""
    branch: str = ""
    """The branch of the change."""

    def rule(self, code: str) -> str:
        """The code of a rule, as a link to its explanation."""
        return f"[{code}]({self.site.rstrip('/')}/checks/{code.lower()}/)" if self.site else code

    def file(self, path: str) -> str:
        """The path of a file, as a link to where it is edited."""
        return self._link(path, "edit")

    def document(self, path: str) -> str:
        """The path of a kept document, as a link to where it is shown or downloaded."""
        return self._link(path, "blob")

    def guide(self, page: str, section: str) -> str:
        """The address of a section of a guide; empty if nobody knows where it is."""
        place = f"#{section}" if section else ""
        if self.site:
            return f"{self.site.rstrip('/')}/{page}/{place}"
        return f"{self.repository}/blob/main/pages/{page}.md{place}" if self.repository else ""

    def _link(self, path: str, view: str) -> str:
        """The path of a file, as a link to one of the views of GitHub."""
        name = escape_markdown(path)
        if not (self.repository and self.branch):
            return name
        place = f"{quote(self.branch, safe='/')}/{quote(path, safe='/')}"
        return f"[{name}]({self.repository}/{view}/{place})"


NO_LINKS = Links()
"""For a reader who is not on GitHub."""
