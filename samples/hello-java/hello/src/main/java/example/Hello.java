package example;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;

/** The template's Handler names this class; its object is made once for each environment. */
public class Hello implements RequestHandler<Hello.Event, Hello.Answer> {
  /** The event's JSON becomes one of these, */
  public static class Event {
    public String name = "world";
  }

  /** and this becomes the JSON of the answer. */
  public static class Answer {
    public int statusCode = 200;
    public String body;
    public int requests;
  }

  private final Instant started = Instant.now();
  private int requests = 0;

  @Override
  public Answer handleRequest(Event event, Context context) {
    requests++;
    System.out.println("request " + requests + " of the environment that started at " + started);
    Answer answer = new Answer();
    answer.body = "Hello, " + event.name + "!";
    answer.requests = requests;
    return answer;
  }
}
