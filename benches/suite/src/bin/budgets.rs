//! Counts instructions with callgrind.
fn main() {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let [command, file, times] = &arguments[..] else { panic!("usage") };
    let body = std::fs::read(file).expect("readable");
    let work = benches::work::ALL.iter().find(|work| work.name() == command).expect("known");
    work.run(&body, times.parse().expect("a number"));
}
