<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>coldstart::theme::Banner</name>
    <message>
        <source>Close this line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>array of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds left before the function times out; never negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request id: the same in every retry of one event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version that runs: $LATEST or a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ARN the caller used; ends in the alias or version if there was one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configured memory in MB, as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log group of the function.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log stream of this execution environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who called, when a mobile app called through Cognito.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the calling app said about itself (synchronous calls only).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tenant of the request, when tenant isolation is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>false answers at once and freezes what is still in the event loop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent by the AWS Mobile SDK.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This comment is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This regular expression is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This string is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open that this %1 could close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 does not match the %2 opened on line %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This %1 is never closed: a %2 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A colon is missing at the end of this %1 line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One = assigns; to compare, write ==.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is indented with tabs and spaces mixed; use one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line that ends with a colon on line %1 needs an indented line after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line is indented, but no line before it opens a block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This indentation matches no line above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This colon opens a block, but nothing follows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The condition after %1 needs a ( before it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <source>Parameter ScheduleExpression is not valid. The %1 field of cron() reads &quot;%2&quot;; it takes %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. The %1 field of cron() reads &quot;%2&quot;; it takes %3 or the names %4-%5 in capitals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. cron() takes six fields with one space between them: minutes hours day-of-month month day-of-week year; this one has %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. One of day-of-month and day-of-week has to be &quot;?&quot;, the other says which days; these two read &quot;%1&quot; and &quot;%2&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on day %2 of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on the last day of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on the weekday nearest day %2 of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC, Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on Saturdays and Sundays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on the last %2 of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1 UTC on %2 number %3 of the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour at minute %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in UTC: minutes %1, hours %2, day of month %3, month %4, day of week %5, year %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. rate() takes a whole number from 1 to 1000000 and a unit: rate(1 minute), rate(15 minutes), rate(2 hours), rate(1 day); one is singular, more are plural.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at() takes one time without a zone: at(2026-01-05T09:00:00).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. A schedule is cron(0 8 ? * MON-FRI *), rate(15 minutes) or at(2026-01-05T09:00:00), with nothing around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>&quot;%1&quot; is not a duration. Write a number with a unit: us, ms, s, m, h or d, for example 210ms or 1.5s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount of memory. Write a whole number with a unit: MB or GB, for example 74MB.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
