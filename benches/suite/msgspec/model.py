"""The crate's model as msgspec structs, made from the declarations in its source.

Sets of known strings are open, so they are `str`; a member that takes several forms is a union.
As in the crate every member but the deciding ones is optional. Members that the model does not
have are dropped: msgspec has no place for them.
"""

import keyword
import re
from pathlib import Path
from typing import Any

import msgspec

LEAVES = {
    "String": str,
    "Secret": str,
    "bool": bool,
    "i64": int,
    "Number": int | float,
    "NumberOrText": int | float | str,
    "Timestamp": int | float | str,
    "Distribution": dict[str, int],
    "FreeForm": dict[str, Any],
    "Value": Any,
}
OBJECT = re.compile(r"^object! \{\n(.*?)^\}", re.S | re.M)
ENUM = re.compile(r"^open_enum! \{\n.*?pub enum (\w+)", re.S | re.M)
MEMBER = re.compile(r'#\[wire\("([^"]+)".*?\)\]\s*pub (\w+): (.*),')


def load(source: Path) -> dict[str, type]:
    text = "\n".join(path.read_text() for path in sorted(source.rglob("*.rs")))
    objects = {}
    for body in OBJECT.findall(text):
        name = re.search(r"pub struct (\w+)", body)
        objects[name[1]] = MEMBER.findall(body)
    enums = set(ENUM.findall(text))
    made: dict[str, type] = {}

    def type_of(rust: str) -> Any:
        rust = rust.replace("serde_json::", "").strip()
        inner = re.fullmatch(r"(\w+)<(.*)>", rust)
        if not inner:
            if rust in LEAVES:
                return LEAVES[rust]
            return str if rust in enums else struct(rust)
        outer, of = inner.groups()
        match outer:
            case "Option":
                return type_of(of) | None if of not in ("Value", "serde_json::Value") else Any
            case "Box":
                return type_of(of)
            case "Vec":
                return list[type_of(of)]
            case "OneOrMany":
                return type_of(of) | list[type_of(of)]
            case "Loose":
                return type_of(of) | str | int | float | bool
            case "BTreeMap":
                return dict[str, type_of(of.split(",", 1)[1])]
        raise ValueError(rust)

    def struct(name: str) -> type:
        if name not in made:
            members, names = [], {}
            for wire, rust_name, rust in objects[name]:
                python_name = rust_name + "_" if keyword.iskeyword(rust_name) else rust_name
                names[python_name] = wire
                member = (python_name, type_of(rust))
                members.append((*member, None) if rust.startswith("Option") else member)
            members.sort(key=len)
            made[name] = msgspec.defstruct(name, members, rename=names, gc=False)
        return made[name]

    return {name: struct(name) for name in objects}
