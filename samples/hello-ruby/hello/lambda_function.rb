# Runs once per execution environment, before its first request.
STARTED_AT = Time.now.utc
$requests = 0

def lambda_handler(event:, context:)
  $requests += 1
  puts "request #{$requests} of the environment that started at #{STARTED_AT}"
  { statusCode: 200, body: "Hello, #{event['name'] || 'world'}!", requests: $requests }
end
