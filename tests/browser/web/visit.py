"""What a person does on the page, and what they see."""

from __future__ import annotations

from typing import Any, Final

#: The time that a check can take on a busy machine, in milliseconds.
PATIENCE: Final = 60_000


def wait_until(page: Any, expression: str) -> None:
    """Wait until an expression is true; the policy of the page doesn't let Playwright do it there."""
    for _ in range(PATIENCE // 50):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never true: {expression}")


class Visit:
    """The page in a context of its own. What it must not do is listed: errors, warnings, and requests to other places."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.address = address
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": 1280, "height": 900},
            permissions=["clipboard-read", "clipboard-write"],
            reduced_motion="reduce",
            **options,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", lambda request: self._request(request.url))
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.open()

    def _request(self, url: str) -> None:
        if not url.startswith((self.address, f"blob:{self.address}")):
            self.complaints.append(f"request to {url}")

    def open(self) -> None:
        """Open or reload the page, and wait until it is ready."""
        self.page.goto(self.address)
        self.page.wait_for_selector("html[data-ready]")

    def settle(self) -> None:
        """Wait until the newest text is checked."""
        self.page.wait_for_selector("#findings[aria-busy=false]", state="attached")

    def clear(self) -> None:
        """Take all away that a test can have left."""
        self.page.keyboard.press("Escape")
        self.page.evaluate("document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close())")
        self.page.evaluate("document.getElementById('toast').replaceChildren()")
        for select in self.page.locator("#settings select").all():
            if select.input_value():
                self.page.locator("#about").evaluate("(details) => { details.open = true; }")
                select.select_option("")
        self.paste("")
        self.complaints.clear()

    def paste(self, text: str) -> None:
        """Replace the text by another one from the clipboard, and wait for its findings."""
        self.page.locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        if text:
            self.page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
            self.page.keyboard.press("Control+v")
        else:
            self.page.keyboard.press("Delete")
        self.settle()

    @property
    def text(self) -> str:
        """The text in the editor, as far as it is drawn."""
        if self.page.locator(".cm-placeholder").count():
            return ""
        return "\n".join(self.page.locator(".cm-line").all_text_contents())

    @property
    def messages(self) -> list[str]:
        """The messages of the findings that are listed."""
        return [str(text) for text in self.page.locator(".finding .message").all_text_contents()]

    @property
    def underlined(self) -> list[str]:
        """The parts of the text that are underlined."""
        return [str(text) for text in self.page.locator(".cm-lintRange").all_text_contents()]

    def finding(self, words: str) -> Any:
        """The first finding whose message has some words."""
        return self.page.locator(".finding", has_text=words).first

    def toast(self) -> str:
        """The message at the foot, once there is one."""
        self.page.wait_for_selector("#toast:not(:empty)")
        return str(self.page.locator("#toast span").text_content())

    def press(self, name: str) -> None:
        """Press a button above the editor, and wait for its message and the check after it."""
        self.page.evaluate("document.getElementById('toast').replaceChildren()")
        self.page.locator(".toolbar button", has_text=name).click()
        self.toast()
        self.settle()

    def clipboard(self) -> str:
        """The text in the clipboard."""
        return str(self.page.evaluate("navigator.clipboard.readText()"))
