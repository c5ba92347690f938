//! Modules use only what stands below them, so that none can be understood only by way of another that is
//! understood only by way of it.

mod support;

use support::{files, repository};

/// The modules of the crate from the bottom to the top. Each may use those before it: what stands in its own
/// layer to its left, and the layers above it in this table. So the core knows no verb, and no verb a payload.
const LAYERS: [(&str, &[&str]); 5] = [
    ("the core", &["json", "wire", "model", "family"]),
    ("the verbs", &["parse_error", "lenient", "parse", "drift", "validate", "privacy", "describe", "facts"]),
    ("the declarations", &["payload"]),
    ("the payloads", &["message", "campaign", "workflow", "outgoing", "webhook"]),
    ("what is made of payloads", &["view", "head", "record", "schema", "simulate", "signature", "guide"]),
];

/// The layer of a module and its place in the order.
fn place(module: &str) -> Option<(&'static str, usize)> {
    let all = LAYERS.iter().flat_map(|(layer, modules)| modules.iter().map(move |name| (*layer, *name)));
    all.enumerate().find(|(_, (_, name))| *name == module).map(|(place, (layer, _))| (layer, place))
}

/// The code of a file, without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let is_test =
        |pair: &[&str]| pair[0].trim() == "#[cfg(test)]" && pair[1].trim().starts_with("mod tests {");
    let end = lines.windows(2).position(is_test).unwrap_or(lines.len());
    let code = lines[..end].iter().map(|line| line.split("//").next().unwrap_or_default());
    code.collect::<Vec<_>>().join("\n")
}

/// The paths in a file that begin at the root of the crate; `depth` is how many modules lead to the file.
fn paths(text: &str, depth: usize) -> Vec<String> {
    let code = code(text);
    let mut paths = Vec::new();
    for root in ["crate::".to_owned(), "super::".repeat(depth)] {
        for (at, _) in code.match_indices(&root) {
            let before = &code[..at];
            // A link in a doc attribute, or a way that begins elsewhere.
            if before.ends_with("](") || before.ends_with("::") {
                continue;
            }
            let rest = &code[at + root.len()..];
            let is_path = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == ':';
            let path = &rest[..rest.find(|c| !is_path(c)).unwrap_or(rest.len())];
            // From a module within the file `super` leads to the file.
            if root == "crate::" || place(first(path)).is_some() {
                paths.push(path.trim_end_matches(':').to_owned());
            }
        }
    }
    paths
}

fn first(path: &str) -> &str {
    path.split("::").next().unwrap_or_default()
}

/// What is wrong with a path to another module.
fn fault(module: &str, path: &str) -> Option<String> {
    let other = first(path);
    let Some((layer, own)) = place(module) else {
        return Some(format!("`{module}` has no place in LAYERS"));
    };
    match place(other) {
        Some((above, place)) if place > own => {
            Some(format!("`{module}` ({layer}) uses `{path}`, which stands above it ({above})"))
        }
        None if module != "guide" => Some(format!("`crate::{path}`: name the module that declares it")),
        _ => None,
    }
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let source = repository().join("src");
    let (mut faults, mut count) = (Vec::new(), 0);
    for (file, text) in files("src", "rs") {
        let below = file.strip_prefix(&source).expect("a file of src").with_extension("");
        let modules: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        if modules[0] == "lib" || modules.iter().any(|module| module == "tests") {
            continue;
        }
        let paths = paths(&text, modules.len());
        count += paths.len();
        let found = paths.iter().filter_map(|path| fault(&modules[0], path));
        faults.extend(found.map(|fault| format!("src/{}.rs: {fault}", below.display())));
    }
    assert!(count > 300, "{count} paths: are the sources read?");
    assert!(faults.is_empty(), "see LAYERS in tests/layers.rs:\n{}", faults.join("\n"));
}

/// A file is read whole, so it holds one thing.
#[test]
fn no_file_has_more_than_300_lines() {
    let long = files("src", "rs").into_iter().filter(|(_, text)| text.lines().count() > 300);
    let long: Vec<_> = long.map(|(file, _)| file).collect();
    assert!(long.is_empty(), "split {long:?}");
}

#[test]
fn paths_are_found_where_they_are_code() {
    let text = "use crate::wire::Secret; // crate::view\n/// [`x`](crate::record)\nuse super::super::model::View;\n\
        fn f() { $crate::payload::payload!(X); super::other(); }\n#[doc = \"[`x`](crate::head)\"]\n\
        #[cfg(test)]\nmod tests {\n    use crate::webhook::Webhook;\n}\n";
    assert_eq!(paths(text, 2), ["wire::Secret", "payload::payload", "model::View"]);
    assert_eq!(fault("payload", "wire::Secret"), None);
    let of_core = fault("model", "drift::of").expect("a fault");
    assert_eq!(of_core, "`model` (the core) uses `drift::of`, which stands above it (the verbs)");
    assert!(fault("view", "Webhook").is_some() && fault("new", "wire").is_some());
}
