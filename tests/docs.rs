//! What the pages of the docs owe to a reader, and no compiler asks for.

mod support;

use std::ffi::OsStr;
use std::path::Path;

use support::{files, repository};

/// The lines of a file that the docs show: comments of code, or the page itself.
fn shown(name: &str, text: &str) -> Vec<Option<String>> {
    let is_page = Path::new(name).extension().is_some_and(|ending| ending == "md");
    let comment = |line: &str| {
        let line = line.trim_start();
        let line = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"))?;
        Some(line.strip_prefix(' ').unwrap_or(line).to_owned())
    };
    text.lines().map(|line| if is_page { Some(line.to_owned()) } else { comment(line) }).collect()
}

/// Sources and pages, by name.
fn sources() -> Vec<(String, String)> {
    let of = |ending| files("src", ending).into_iter();
    of("rs").chain(of("md")).map(|(path, text)| (path.display().to_string(), text)).collect()
}

/// Pages show 80 characters; what is longer has to be scrolled to.
#[test]
fn examples_fit_the_page() {
    let (mut examples, mut wide) = (0, Vec::new());
    for (name, text) in sources() {
        let mut inside = false;
        for (number, line) in shown(&name, &text).into_iter().enumerate() {
            let Some(line) = line else {
                inside = false;
                continue;
            };
            if line.trim_start().starts_with("```") {
                inside = !inside;
                examples += usize::from(inside);
            } else if inside && line.chars().count() > 80 && !line.starts_with("# ") {
                wide.push(format!("{name}:{}: {line}", number + 1));
            }
        }
    }
    assert!(examples > 40, "{examples}");
    assert!(wide.is_empty(), "{wide:#?}");
}

/// A search finds a name in any case, with `_` or without; other spellings of the wire need an alias.
#[test]
fn wire_spellings_are_found() {
    let plain = |name: &str| name.replace('_', "").to_ascii_lowercase();
    let (mut declared, mut lost) = (0, Vec::new());
    let mut check = |own: &str, wire: &str, before: &str| {
        declared += 1;
        let is_found = wire.is_empty() || plain(own) == plain(wire);
        if !is_found && !before.contains(&format!("#[doc(alias = \"{wire}\")]")) {
            lost.push(format!("{own}, {wire} on the wire"));
        }
    };
    // What the macros and the record of a call declare stands on no page.
    let is_hidden = |part: &OsStr| ["record", "model", "payload"].iter().any(|hidden| part == *hidden);
    let is_public = |path: &Path| !path.iter().any(is_hidden);
    for (_, text) in files("src", "rs").into_iter().filter(|(path, _)| is_public(path)) {
        let mut before = "";
        for (index, member) in text.split("#[wire(").enumerate() {
            let declared = member.split('"').nth(1).zip(member.split("pub ").nth(1));
            if let (Some((wire, own)), true) = (declared, index > 0) {
                check(own.split(':').next().unwrap_or_default(), wire, before);
            }
            before = member.rsplit("pub ").next().unwrap_or_default();
        }
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            let variant = pair[1].strip_suffix("\",").and_then(|line| line.split_once(" = \""));
            if let Some((own, wire)) = variant.filter(|(own, _)| own.starts_with(char::is_uppercase)) {
                check(own, wire, pair[0]);
            }
        }
    }
    assert!(declared > 400, "{declared}");
    assert!(lost.is_empty(), "{lost:#?}");
}

/// The README's table of programs, the docs of each program and its usage line say the same of its arguments.
#[test]
fn programs_are_called_as_the_readme_says() {
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("it is there");
    let calls = readme.lines().filter_map(|line| line.strip_prefix("| `-")?.split_once("` |"));
    let mut count = 0;
    for (call, _) in calls {
        let call = call.replace("\\|", "|");
        let name = call.split(' ').nth(1).expect("a name");
        let folder = format!("examples/{name}");
        let file = repository().join(format!("{folder}.rs"));
        let text = std::fs::read_to_string(file)
            .unwrap_or_else(|_| files(&folder, "rs").into_iter().map(|(_, text)| text).collect());
        let text = text.replace("\n//! ", " ").replace("\\\n", "").replace("...", "…");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        count += 1;
        let Some((_, arguments)) = call.split_once(" -- ") else {
            assert!(!text.contains("usage"), "{name} has arguments");
            continue;
        };
        let arguments = arguments.split(" >").next().expect("a part");
        let is_usage = [format!("\"{name} {arguments}"), format!("\"usage: {name} {arguments}")];
        assert!(is_usage.iter().any(|usage| text.contains(usage)), "the usage of {name}");
        assert!(text.contains(&format!(" -- {arguments}")), "the docs of {name}");
    }
    assert_eq!(count, 14);
}
