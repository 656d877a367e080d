# SPDX-License-Identifier: GPL-3.0-or-later
# Coldstart's Ruby runtime: loads a handler and serves invocations from the Lambda Runtime API. It
# behaves as the managed Ruby runtime does where a handler can tell: keyword arguments, the context
# object, error bodies named Function<…>, and exit codes.

require 'json'
require 'socket'

$stdout.sync = true
TASK_ROOT = ENV.fetch('LAMBDA_TASK_ROOT', Dir.pwd)

# One keep-alive connection; requests are written by hand to keep an invocation short.
class RuntimeApi
  def initialize(address)
    place, slash, prefix = address.partition('/')
    @host = place
    @prefix = "#{slash}#{prefix}/2018-06-01"
    name, _, port = place.partition(':')
    @socket = TCPSocket.new(name, port.empty? ? 80 : port.to_i)
    @socket.setsockopt(Socket::IPPROTO_TCP, Socket::TCP_NODELAY, 1)
  end

  def call(method, path, body = '', headers = {})
    head = +"#{method} #{@prefix}#{path} HTTP/1.1\r\nHost: #{@host}\r\n"
    headers.each { |name, value| head << "#{name}: #{value}\r\n" }
    head << "Content-Length: #{body.bytesize}\r\n" if method == 'POST'
    @socket.write("#{head}\r\n".b + body.b)
    reply
  end

  private

  def reply
    line = @socket.gets or exit!(1) # The service is gone, and so are we.
    status = line.split(' ', 3)[1].to_i
    headers = {}
    while (line = @socket.gets) && line != "\r\n"
      name, _, value = line.partition(':')
      headers[name.downcase] = value.strip
    end
    body = @socket.read(headers.fetch('content-length', '0').to_i)
    [status, headers, body]
  end
end

class LambdaContext
  attr_reader :aws_request_id, :invoked_function_arn, :log_group_name, :log_stream_name,
              :function_name, :memory_limit_in_mb, :function_version, :identity, :client_context,
              :deadline_ms

  def initialize(headers)
    @aws_request_id = headers['lambda-runtime-aws-request-id']
    @invoked_function_arn = headers['lambda-runtime-invoked-function-arn']
    @deadline_ms = headers['lambda-runtime-deadline-ms'].to_i
    @identity = parsed(headers['lambda-runtime-cognito-identity'])
    @client_context = parsed(headers['lambda-runtime-client-context'])
    @log_group_name = ENV['AWS_LAMBDA_LOG_GROUP_NAME']
    @log_stream_name = ENV['AWS_LAMBDA_LOG_STREAM_NAME']
    @function_name = ENV['AWS_LAMBDA_FUNCTION_NAME']
    @memory_limit_in_mb = ENV['AWS_LAMBDA_FUNCTION_MEMORY_SIZE']
    @function_version = ENV['AWS_LAMBDA_FUNCTION_VERSION']
  end

  def get_remaining_time_in_millis
    [@deadline_ms - (Time.now.to_f * 1000).to_i, 0].max
  end

  private

  def parsed(text)
    text && !text.empty? ? JSON.parse(text) : nil
  end
end

# The handler that "file.method" or "file.Module.method" names.
def load_handler(name)
  file, *scope, method = name.split('.')
  raise ArgumentError, "Invalid handler #{name}, must be of form FILENAME.METHOD" if method.nil?

  require File.join(TASK_ROOT, file)
  target = scope.empty? ? self : Object.const_get(scope.join('::'))
  unless target.respond_to?(method, true)
    raise NoMethodError, "undefined method `#{method}' for #{scope.empty? ? 'main' : scope.last}"
  end
  ->(event, context) { target.send(method, event: event, context: context) }
end

def tell(api, path, error, kind, message)
  trace = (error.backtrace || []).reject { |line| line.start_with?(__FILE__) }
  body = { 'errorMessage' => error.message, 'errorType' => "#{kind}<#{error.class}>",
           'stackTrace' => trace }
  puts message
  puts JSON.pretty_generate(body)
  api.call('POST', path, JSON.generate(body),
           'Content-Type' => 'application/vnd.aws.lambda.error+json',
           'Lambda-Runtime-Function-Error-Type' => body['errorType'])
end

def serve(api, handler)
  _, headers, payload = api.call('GET', '/runtime/invocation/next')
  base = "/runtime/invocation/#{headers['lambda-runtime-aws-request-id']}"
  trace = headers['lambda-runtime-trace-id']
  ENV['_X_AMZN_TRACE_ID'] = trace if trace
  begin
    event = JSON.parse(payload.force_encoding('UTF-8'))
    reply = JSON.generate(handler.call(event, LambdaContext.new(headers)))
  rescue Exception => e # rubocop:disable Lint/RescueException
    raise if e.is_a?(SystemExit) || e.is_a?(SignalException)

    tell(api, "#{base}/error", e, 'Function', 'Error raised from handler method')
  else
    api.call('POST', "#{base}/response", reply, 'Content-Type' => 'application/json')
  end
end

api = RuntimeApi.new(ENV.fetch('AWS_LAMBDA_RUNTIME_API'))
$LOAD_PATH.unshift(TASK_ROOT)
begin
  handler = load_handler(ENV.fetch('_HANDLER'))
rescue Exception => e # rubocop:disable Lint/RescueException
  raise if e.is_a?(SystemExit) || e.is_a?(SignalException)

  tell(api, '/runtime/init/error', e, 'Init', "Init error when loading handler #{ENV['_HANDLER']}")
  exit 1
end
serve(api, handler) while true
