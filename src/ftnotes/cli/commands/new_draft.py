"""The note that ``ftnotes new`` composes: each value is tried as it comes."""

from __future__ import annotations

from attrs import Factory, define, evolve

from ...playbook.wording import Wording
from ...text.suggest import did_you_mean
from ...writing.compose import argument_of, new
from ..options.exit_status import UsageError


@define
class Draft:
    """A note in the making."""

    wording: Wording
    hashtags: tuple[str, ...] = ()
    values: dict[str, str] = Factory(dict)
    #: The update of each workload by its tag.
    workloads: dict[str, str] = Factory(dict)
    #: Whether it is a note even without values; otherwise it is the blank template then.
    started: bool = False
    #: The variant of the template.
    variant: str | None = None

    def copy(self) -> Draft:
        """Return a draft that can be changed independently."""
        return evolve(self, values=dict(self.values), workloads=dict(self.workloads))

    @property
    def keys(self) -> list[str]:
        """The keys of the fields that take a value; the field of the workloads lists them instead."""
        wording = self.wording
        return [
            spec.key
            for spec in wording.template.spec.fields
            if spec.key != wording.template.listing and wording.label_to_write(spec.key)
        ]

    def known_key(self, key: str) -> str:
        """Return the key of a field that takes a value.

        Raises:
            UsageError: there is no such field.
        """
        if key == self.wording.template.listing:
            raise UsageError(f"{key} lists the workloads; give each with --workload")
        if key not in self.keys:
            raise UsageError(f"there is no field {key!r}{did_you_mean(key, self.keys)}; use one of {', '.join(self.keys)}")
        return key

    def set(self, key: str, value: str) -> None:
        """Set the value of a field.

        Raises:
            UsageError: it is set already, can't have this value, or the value is not text.
        """
        if key in self.values:
            raise UsageError(f"{key} is given twice; give it once")
        _refuse_undecodable(key, value)
        self._try({key: value}, {})
        self.values[key] = value

    def add(self, tag: str, update: str) -> None:
        """Add a workload with its update.

        Raises:
            UsageError: it is unknown, added already, or its update would be read as something else.
        """
        _refuse_undecodable(f"workload {tag}", update)
        self._try({}, {tag: update})
        key = self.wording.vocabulary.workload_key
        if key(tag) in map(key, self.workloads):
            raise UsageError(f"the workload {tag} is listed already; list it once, with its whole update")
        self.workloads[tag] = update

    def text(self) -> str:
        """Return the note, or the blank template.

        Raises:
            UsageError: it can't be written.
        """
        return self._try(self.values, self.workloads)

    def _try(self, values: dict[str, str], workloads: dict[str, str]) -> str:
        if self.started or values or workloads:  # then an empty value too makes it a note
            values = dict.fromkeys(self.keys[:1], "") | values
        try:
            return new(
                self.wording.template.key,
                variant=self.variant,
                language=self.wording.language.code,
                playbook=self.wording.playbook,
                workloads=workloads or None,
                hashtags=self.hashtags,
                values=values,
            )
        except ValueError as error:
            message = str(error)
            for key in values:  # the library names them by its arguments
                if message.startswith(f"{argument_of(key)}:"):
                    message = key + message[len(key) :]
            raise UsageError(message) from None


def _refuse_undecodable(name: str, value: str) -> None:
    for char in value:
        if "\ud800" <= char <= "\udfff":  # a byte of the command line that does not fit its encoding (PEP 383)
            byte = f"a byte (0x{ord(char) - 0xDC00:02x})" if "\udc80" <= char <= "\udcff" else "half of a surrogate pair"
            raise UsageError(f"{name}: the value contains {byte} that is not text; type it again")
