// A custom runtime is any program that asks the Runtime API for an invocation, does the work and
// posts the result, again and again. Only the standard library is needed: the API is plain HTTP.
use std::io::{Read, Write};
use std::net::TcpStream;

/// One request, on a connection of its own, and the head and body that came back.
fn call(method: &str, path: &str, body: &str) -> std::io::Result<(String, String)> {
    let api = std::env::var("AWS_LAMBDA_RUNTIME_API").expect("there is a Runtime API");
    let mut connection = TcpStream::connect(&api)?;
    write!(
        connection,
        "{method} /2018-06-01/runtime/invocation/{path} HTTP/1.1\r\nHost: {api}\r\n\
         Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reply = String::new();
    connection.read_to_string(&mut reply)?;
    let (head, body) = reply.split_once("\r\n\r\n").unwrap_or((&reply, ""));
    Ok((head.to_string(), body.to_string()))
}

fn header(head: &str, name: &str) -> String {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    let found = lines.find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map_or(String::new(), |(_, value)| value.to_string())
}

fn main() -> std::io::Result<()> {
    let mut requests = 0; // What stands above the loop is the init phase.
    loop {
        let (head, event) = call("GET", "next", "")?;
        let id = header(&head, "Lambda-Runtime-Aws-Request-Id");
        requests += 1;
        println!("request {requests}: {event}");
        let result = format!(r#"{{"message": "Hello from Rust!", "requests": {requests}}}"#);
        call("POST", &format!("{id}/response"), &result)?;
    }
}
