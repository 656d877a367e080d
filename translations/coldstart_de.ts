<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Card</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Request #%1 was throttled (429)</source>
        <translation>Anfrage #%1 wurde gedrosselt (429)</translation>
    </message>
    <message>
        <source>Request #%1 ended in a handler error</source>
        <translation>Anfrage #%1 endete mit einem Fehler des Handlers</translation>
    </message>
    <message>
        <source>Request #%1 timed out</source>
        <translation>Anfrage #%1 lief in den Timeout</translation>
    </message>
    <message>
        <source>Request #%1 was dropped: the event grew too old</source>
        <translation>Anfrage #%1 wurde verworfen: Das Event wurde zu alt</translation>
    </message>
    <message>
        <source>Request #%1 was dropped: reserved concurrency is 0</source>
        <translation>Anfrage #%1 wurde verworfen: Reserved Concurrency ist 0</translation>
    </message>
    <message>
        <source>Request #%1 was a cold start</source>
        <translation>Anfrage #%1 war ein Kaltstart</translation>
    </message>
    <message>
        <source>Request #%1 found a provisioned environment</source>
        <translation>Anfrage #%1 fand eine bereitgestellte Umgebung</translation>
    </message>
    <message>
        <source>Request #%1 found a warm environment</source>
        <translation>Anfrage #%1 fand eine warme Umgebung</translation>
    </message>
    <message>
        <source>account concurrency full</source>
        <translation>Gleichzeitigkeit des Kontos ausgeschöpft</translation>
    </message>
    <message>
        <source>scaling rate (1 000 per 10 s)</source>
        <translation>Skalierungsrate (1 000 je 10 s)</translation>
    </message>
    <message>
        <source>reserved concurrency full</source>
        <translation>Reserved Concurrency ausgeschöpft</translation>
    </message>
    <message>
        <source>reserved concurrency is 0</source>
        <translation>Reserved Concurrency ist 0</translation>
    </message>
    <message>
        <source>requests per second (10 × limit)</source>
        <translation>Anfragen pro Sekunde (10 × Grenze)</translation>
    </message>
    <message>
        <source>requests per second (10 × reserved)</source>
        <translation>Anfragen pro Sekunde (10 × reserviert)</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>The event went back to the queue.</source>
        <translation>Das Event ging zurück in die Warteschlange.</translation>
    </message>
    <message>
        <source>Init %1 + handler %2</source>
        <translation>Init %1 + Handler %2</translation>
    </message>
    <message>
        <source>Billed %1 ms · %2 MB</source>
        <translation>Berechnet %1 ms · %2 MB</translation>
    </message>
    <message>
        <source>Handler %1</source>
        <translation>Handler %1</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source> · will be retried</source>
        <translation> · wird wiederholt</translation>
    </message>
    <message>
        <source>Environment %1 · %2 · %3 MB</source>
        <translation>Umgebung %1 · %2 · %3 MB</translation>
    </message>
    <message>
        <source>Starts at %1</source>
        <translation>Startet bei %1</translation>
    </message>
    <message>
        <source>Stopped at %1</source>
        <translation>Beendet bei %1</translation>
    </message>
    <message>
        <source>In its init phase for %1 of %2</source>
        <translation>Seit %1 von %2 in der Init-Phase</translation>
    </message>
    <message>
        <source>Busy for %1</source>
        <translation>Seit %1 beschäftigt</translation>
    </message>
    <message>
        <source>Provisioned and ready for %1</source>
        <translation>Bereitgestellt und seit %1 bereit</translation>
    </message>
    <message>
        <source>Frozen for %1, kept warm</source>
        <translation>Seit %1 eingefroren, bleibt warm</translation>
    </message>
    <message>
        <source>Requests so far: %1</source>
        <translation>Anfragen bisher: %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Cold start: init %1</source>
        <translation>Kaltstart: Init %1</translation>
    </message>
    <message>
        <source>Requests here: %1</source>
        <translation>Anfragen hier: %1</translation>
    </message>
    <message>
        <source>%1 requests were throttled (429)</source>
        <translation>%1 Anfragen wurden gedrosselt (429)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Request #%1 ended in a crash</source>
        <translation>Anfrage #%1 endete mit einem Absturz</translation>
    </message>
    <message>
        <source>Request #%1 ran out of memory</source>
        <translation>Anfrage #%1 hatte nicht genug Speicher</translation>
    </message>
    <message>
        <source>Request #%1 ended because init failed</source>
        <translation>Anfrage #%1 endete, weil die Init-Phase fehlschlug</translation>
    </message>
    <message>
        <source>Request #%1 was refused before Lambda ran it</source>
        <translation>Anfrage #%1 wurde abgewiesen, bevor Lambda sie ausführte</translation>
    </message>
    <message>
        <source>The poller tries the batch again.</source>
        <translation>Der Poller versucht den Batch noch einmal.</translation>
    </message>
    <message>
        <source>service error (500)</source>
        <translation>Fehler des Dienstes (500)</translation>
    </message>
    <message>
        <source>API Gateway’s own limit (429)</source>
        <translation>eigene Grenze von API Gateway (429)</translation>
    </message>
    <message>
        <source>recursive loop stopped (400)</source>
        <translation>rekursive Schleife gestoppt (400)</translation>
    </message>
    <message>
        <source>Init %1, which failed, + invocation %2</source>
        <translation>Init %1, fehlgeschlagen, + Aufruf %2</translation>
    </message>
    <message>
        <source>Restore %1 + handler %2</source>
        <translation>Restore %1 + Handler %2</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Errors: %1 · time-outs: %2</source>
        <translation>Fehler: %1 · Timeouts: %2</translation>
    </message>
    <message>
        <source>%1 requests were refused</source>
        <translation>%1 Anfragen wurden abgewiesen</translation>
    </message>
</context>
<context>
    <name>Concurrency</name>
    <message>
        <source>reserved %1</source>
        <translation>reserviert %1</translation>
    </message>
    <message>
        <source>account limit %1</source>
        <translation>Grenze des Kontos %1</translation>
    </message>
    <message>
        <source>unreserved %1</source>
        <translation>unreserviert %1</translation>
    </message>
    <message>
        <source>provisioned %1</source>
        <translation>bereitgestellt %1</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>unreserved</source>
        <translation>unreserviert</translation>
    </message>
    <message>
        <source>account limit</source>
        <translation>Grenze des Kontos</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>%1 of %2 ms</source>
        <translation>%1 von %2 ms</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No environment exists now. The next request starts one.</source>
        <translation>Jetzt gibt es keine Umgebung. Die nächste Anfrage startet eine.</translation>
    </message>
    <message>
        <source>%1 in the handler</source>
        <translation>%1 im Handler</translation>
    </message>
    <message>
        <source>%1 in init</source>
        <translation>%1 im Init</translation>
    </message>
    <message>
        <source>%1 provisioned and ready</source>
        <translation>%1 bereitgestellt und bereit</translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <translation>%1 eingefroren</translation>
    </message>
    <message>
        <source>1 environment</source>
        <translation>1 Umgebung</translation>
    </message>
    <message>
        <source>%1 environments</source>
        <translation>%1 Umgebungen</translation>
    </message>
    <message>
        <source>Room for one more</source>
        <translation>Platz für eine weitere</translation>
    </message>
    <message>
        <source>Room for %1 more</source>
        <translation>Platz für %1 weitere</translation>
    </message>
    <message>
        <source>%1 are reserved, %2 are in use</source>
        <translation>%1 sind reserviert, %2 in Gebrauch</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>env %1</source>
        <translation>Umg. %1</translation>
    </message>
    <message>
        <source>init · %1</source>
        <translation>Init · %1</translation>
    </message>
    <message>
        <source>init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>#%1 · %2</source>
        <translation>#%1 · %2</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>#%1</translation>
    </message>
    <message>
        <source>provisioned, ready</source>
        <translation>bereitgestellt, bereit</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>frozen for %1</source>
        <translation>eingefroren seit %1</translation>
    </message>
    <message>
        <source> · one square = %1 environments</source>
        <translation> · ein Quadrat = %1 Umgebungen</translation>
    </message>
    <message>
        <source>starts at %1</source>
        <translation>startet bei %1</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>beendet bei %1</translation>
    </message>
    <message>
        <source>init, %1</source>
        <translation>Init, %1</translation>
    </message>
    <message>
        <source>init %1</source>
        <translation>Init %1</translation>
    </message>
    <message>
        <source>%1 → request #%2, busy %3</source>
        <translation>%1 → Anfrage #%2, beschäftigt %3</translation>
    </message>
    <message>
        <source>%1 → %2 requests served, frozen for %3</source>
        <translation>%1 → %2 Anfragen bedient, eingefroren seit %3</translation>
    </message>
    <message>
        <source>arrives at %1</source>
        <translation>trifft ein bei %1</translation>
    </message>
    <message>
        <source>throttled at %1: %2</source>
        <translation>gedrosselt bei %1: %2</translation>
    </message>
    <message>
        <source>dropped at %1</source>
        <translation>verworfen bei %1</translation>
    </message>
    <message>
        <source>waits for environment %1: init %2</source>
        <translation>wartet auf Umgebung %1: Init %2</translation>
    </message>
    <message>
        <source>in environment %1, busy %2</source>
        <translation>in Umgebung %1, beschäftigt %2</translation>
    </message>
    <message>
        <source>ran %1 in environment %2</source>
        <translation>lief %1 in Umgebung %2</translation>
    </message>
    <message>
        <source>handler error after %1 in environment %2</source>
        <translation>Handler-Fehler nach %1 in Umgebung %2</translation>
    </message>
    <message>
        <source>timed out after %1 in environment %2</source>
        <translation>Timeout nach %1 in Umgebung %2</translation>
    </message>
    <message>
        <source>, waited %1 for init</source>
        <translation>, wartete %1 auf Init</translation>
    </message>
    <message>
        <source>%1 sources</source>
        <translation>%1 Quellen</translation>
    </message>
    <message>
        <source>1 request so far</source>
        <translation>1 Anfrage bisher</translation>
    </message>
    <message>
        <source>%1 requests so far</source>
        <translation>%1 Anfragen bisher</translation>
    </message>
    <message>
        <source>%1 in the last second</source>
        <translation>%1 in der letzten Sekunde</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>Reserved concurrency: %1 of %2 in use</source>
        <translation>Reserved Concurrency: %1 von %2 in Gebrauch</translation>
    </message>
    <message>
        <source>unreserved</source>
        <translation>unreserviert</translation>
    </message>
    <message>
        <source>account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Unreserved account concurrency: %1 of %2 in use, %3 by this function</source>
        <translation>Unreservierte Gleichzeitigkeit des Kontos: %1 von %2 in Gebrauch, %3 durch diese Funktion</translation>
    </message>
    <message>
        <source>Account concurrency: %1 of %2 in use, %3 by this function</source>
        <translation>Gleichzeitigkeit des Kontos: %1 von %2 in Gebrauch, %3 durch diese Funktion</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>of %1 reserved</source>
        <translation>von %1 reservierten</translation>
    </message>
    <message>
        <source>of %1 shared</source>
        <translation>von %1 gemeinsamen</translation>
    </message>
    <message>
        <source>gate full</source>
        <translation>Tor voll</translation>
    </message>
    <message>
        <source>✕ 429 tray — empty</source>
        <translation>✕ 429-Ablage — leer</translation>
    </message>
    <message>
        <source>✕ 429 tray — %1</source>
        <translation>✕ 429-Ablage — %1</translation>
    </message>
    <message>
        <source>events waiting for a retry</source>
        <translation>Events warten auf eine Wiederholung</translation>
    </message>
    <message>
        <source>Request #%1</source>
        <translation>Anfrage #%1</translation>
    </message>
    <message>
        <source>in queue</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>Click an environment or a request to follow it.</source>
        <translation>Eine Umgebung oder Anfrage anklicken, um ihr zu folgen.</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>%1 are reserved, %2 environments exist</source>
        <translation>%1 sind reserviert, %2 Umgebungen gibt es</translation>
    </message>
    <message>
        <source>%1 provisioned, held until all are ready</source>
        <translation>%1 bereitgestellt, zurückgehalten, bis alle bereit sind</translation>
    </message>
    <message>
        <source>held until all are ready</source>
        <translation>zurückgehalten, bis alle bereit sind</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>init failed after %1</source>
        <translation>Init fehlgeschlagen nach %1</translation>
    </message>
    <message>
        <source>restored in %1</source>
        <translation>wiederhergestellt in %1</translation>
    </message>
    <message>
        <source>exited after %1 in environment %2</source>
        <translation>nach %1 in Umgebung %2 beendet</translation>
    </message>
    <message>
        <source>out of memory after %1 in environment %2</source>
        <translation>nach %1 in Umgebung %2 ging der Speicher aus</translation>
    </message>
    <message>
        <source>init failed again after %1 in environment %2</source>
        <translation>Init nach %1 in Umgebung %2 erneut fehlgeschlagen</translation>
    </message>
    <message>
        <source>refused at %1: %2</source>
        <translation>abgewiesen bei %1: %2</translation>
    </message>
    <message>
        <source>✕ refused — %1</source>
        <translation>✕ abgewiesen – %1</translation>
    </message>
    <message>
        <source>%1 attached</source>
        <translation>%1 angeschlossen</translation>
    </message>
    <message>
        <source>Environment %1, attached</source>
        <translation>Umgebung %1, angeschlossen</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>provisioned</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>error or time-out</source>
        <translation>Fehler oder Timeout</translation>
    </message>
</context>
<context>
    <name>LoadRow</name>
    <message>
        <source>a burst</source>
        <translation>ein Schwall</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>within</source>
        <translation>innerhalb von</translation>
    </message>
    <message>
        <source>at random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>a ramp</source>
        <translation>ein Anstieg</translation>
    </message>
    <message>
        <source>from, per second</source>
        <translation>von, pro Sekunde</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>at these times</source>
        <translation>zu diesen Zeiten</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>over a day</source>
        <translation>über den Tag</translation>
    </message>
    <message>
        <source>at night, per second</source>
        <translation>nachts, pro Sekunde</translation>
    </message>
    <message>
        <source>at noon</source>
        <translation>mittags</translation>
    </message>
    <message>
        <source>on a schedule</source>
        <translation>nach Zeitplan</translation>
    </message>
    <message>
        <source>expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>only its function</source>
        <translation>nur ihre Funktion</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>0 ms</source>
        <translation>0 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>not recorded</source>
        <translation>nicht aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>env %1</source>
        <translation>Umg. %1</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>%1 MB · %2 vCPU</source>
        <translation>%1 MB · %2 vCPU</translation>
    </message>
    <message>
        <source>Init %1</source>
        <translation>Init %1</translation>
    </message>
    <message>
        <source>Invoke %1</source>
        <translation>Invoke %1</translation>
    </message>
    <message>
        <source>error after %1</source>
        <translation>Fehler nach %1</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>Timeout nach %1</translation>
    </message>
    <message>
        <source>ready %1 — provisioned</source>
        <translation>bereit %1 — bereitgestellt</translation>
    </message>
    <message>
        <source>provisioned</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>frozen %1 — then reclaimed</source>
        <translation>eingefroren %1 — dann zurückgeholt</translation>
    </message>
    <message>
        <source>frozen %1 — then stopped</source>
        <translation>eingefroren %1 — dann beendet</translation>
    </message>
    <message>
        <source>frozen %1</source>
        <translation>eingefroren %1</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>frozen %1 — kept warm</source>
        <translation>eingefroren %1 — bleibt warm</translation>
    </message>
    <message>
        <source>#%1 cold</source>
        <translation>#%1 kalt</translation>
    </message>
    <message>
        <source>#%1 warm</source>
        <translation>#%1 warm</translation>
    </message>
    <message>
        <source>#%1 provisioned</source>
        <translation>#%1 bereitgestellt</translation>
    </message>
    <message>
        <source>#%1 retry</source>
        <translation>#%1 Wiederholung</translation>
    </message>
    <message>
        <source>No environment was there yet, so the request waited for one to start. Press Test again: the frozen environment is used again.</source>
        <translation>Es gab noch keine Umgebung, deshalb wartete die Anfrage, bis eine gestartet war. Noch einmal Test drücken: Die eingefrorene Umgebung wird wiederverwendet.</translation>
    </message>
    <message>
        <source>One environment has been enough: it served both requests, one at a time. Press Test twice quickly to see a second one start.</source>
        <translation>Eine Umgebung hat genügt: Sie bediente beide Anfragen nacheinander. Zweimal schnell Test drücken, und eine zweite startet.</translation>
    </message>
    <message>
        <source>One environment has been enough: it served all %1 requests, one at a time.</source>
        <translation>Eine Umgebung hat genügt: Sie bediente alle %1 Anfragen nacheinander.</translation>
    </message>
    <message>
        <source>An environment serves one request at a time, so %1 were started: each time a request arrived, none was free.</source>
        <translation>Eine Umgebung bedient immer nur eine Anfrage, deshalb wurden %1 gestartet: Jedes Mal, wenn eine Anfrage eintraf, war keine frei.</translation>
    </message>
    <message>
        <source>✕ throttled (429)</source>
        <translation>✕ gedrosselt (429)</translation>
    </message>
    <message>
        <source>cold · failed</source>
        <translation>kalt · fehlgeschlagen</translation>
    </message>
    <message>
        <source>✕ refused</source>
        <translation>✕ abgewiesen</translation>
    </message>
    <message>
        <source>exited after %1</source>
        <translation>beendet nach %1</translation>
    </message>
    <message>
        <source>out of memory after %1</source>
        <translation>Speicher ausgegangen nach %1</translation>
    </message>
    <message>
        <source>init failed again after %1</source>
        <translation>Init erneut fehlgeschlagen nach %1</translation>
    </message>
    <message>
        <source>init failed after %1</source>
        <translation>Init fehlgeschlagen nach %1</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Restore %1</translation>
    </message>
    <message>
        <source>attached, waits %1</source>
        <translation>angeschlossen, wartet %1</translation>
    </message>
    <message>
        <source>attached</source>
        <translation>angeschlossen</translation>
    </message>
</context>
<context>
    <name>bill</name>
    <message>
        <source>Lambda requests</source>
        <translation>Lambda-Anfragen</translation>
    </message>
    <message>
        <source>Compute on provisioned concurrency, %1, %2</source>
        <translation>Rechenzeit auf Provisioned Concurrency, %1, %2</translation>
    </message>
    <message>
        <source>Lambda compute, %1, %2</source>
        <translation>Lambda-Rechenzeit, %1, %2</translation>
    </message>
    <message>
        <source>Ephemeral storage above 512 MB, %1</source>
        <translation>Flüchtiger Speicher über 512 MB, %1</translation>
    </message>
    <message>
        <source>Provisioned concurrency kept ready, %1, %2</source>
        <translation>Provisioned Concurrency in Bereitschaft, %1, %2</translation>
    </message>
    <message>
        <source>CloudWatch Logs ingest</source>
        <translation>CloudWatch Logs, Aufnahme</translation>
    </message>
    <message>
        <source>Init ahead that served no request, %1</source>
        <translation>Init im Voraus, das keine Anfrage bedient hat, %1</translation>
    </message>
    <message>
        <source>SnapStart snapshots kept, %1</source>
        <translation>Aufbewahrte SnapStart-Snapshots, %1</translation>
    </message>
    <message>
        <source>SnapStart restores, %1</source>
        <translation>SnapStart-Wiederherstellungen, %1</translation>
    </message>
    <message>
        <source>This run outgrew its journal: how much its later invocations log is taken from those before, and init that served no request is left out.</source>
        <translation>Dieser Lauf ist über sein Journal hinausgewachsen: wie viel seine späteren Aufrufe protokollieren, ist aus den früheren geschätzt, und Init, das keine Anfrage bedient hat, fehlt.</translation>
    </message>
    <message>
        <source>%1 runs on Managed Instances: their EC2 price and the 15 % fee are not in this bill, and its duration costs nothing.</source>
        <translation>%1 läuft auf Managed Instances: deren EC2-Preis und die 15 % Gebühr stehen nicht in dieser Rechnung, und ihre Dauer kostet nichts.</translation>
    </message>
</context>
<context>
    <name>blueprint</name>
    <message>
        <source>Hello, Python</source>
        <translation>Hallo, Python</translation>
    </message>
    <message>
        <source>A function that answers, in Python. The place to start.</source>
        <translation>Eine Funktion, die antwortet, in Python. Hier anfangen.</translation>
    </message>
    <message>
        <source>Hello, Node.js</source>
        <translation>Hallo, Node.js</translation>
    </message>
    <message>
        <source>A function that answers, in JavaScript.</source>
        <translation>Eine Funktion, die antwortet, in JavaScript.</translation>
    </message>
    <message>
        <source>Upload to S3</source>
        <translation>Upload nach S3</translation>
    </message>
    <message>
        <source>Runs whenever an object is put into a bucket.</source>
        <translation>Läuft, sobald ein Objekt in einen Bucket gelegt wird.</translation>
    </message>
    <message>
        <source>API backend</source>
        <translation>API-Backend</translation>
    </message>
    <message>
        <source>Two routes of an HTTP API that list and add notes.</source>
        <translation>Zwei Routen einer HTTP-API, die Notizen auflisten und hinzufügen.</translation>
    </message>
    <message>
        <source>Scheduled job</source>
        <translation>Zeitgesteuerte Aufgabe</translation>
    </message>
    <message>
        <source>Runs every quarter of an hour.</source>
        <translation>Läuft jede Viertelstunde.</translation>
    </message>
    <message>
        <source>Queue worker</source>
        <translation>Arbeiter an einer Queue</translation>
    </message>
    <message>
        <source>Takes batches of messages from an SQS queue.</source>
        <translation>Nimmt Nachrichten stapelweise aus einer SQS-Queue.</translation>
    </message>
    <message>
        <source>Topic subscriber</source>
        <translation>Abonnent eines Topics</translation>
    </message>
    <message>
        <source>Is told about every message of an SNS topic.</source>
        <translation>Erfährt von jeder Nachricht eines SNS-Topics.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>One function that returns its event, and nothing else.</source>
        <translation>Eine Funktion, die ihr Event zurückgibt, und sonst nichts.</translation>
    </message>
</context>
<context>
    <name>coldstart::AttachSession</name>
    <message>
        <source>in its init</source>
        <translation>im Init</translation>
    </message>
    <message>
        <source>waits for its first request</source>
        <translation>wartet auf die erste Anfrage</translation>
    </message>
    <message>
        <source>is environment %1, waits for a request</source>
        <translation>ist Umgebung %1, wartet auf eine Anfrage</translation>
    </message>
    <message>
        <source>is environment %1, works on a request</source>
        <translation>ist Umgebung %1, bearbeitet eine Anfrage</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A process</source>
        <translation>Ein Prozess</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The process of environment %1 is stopped, by a debugger or a signal. Its deadline waits, and so does everything else.</source>
        <translation>Der Prozess von Umgebung %1 ist angehalten, von einem Debugger oder einem Signal. Seine Frist wartet, und alles andere auch.</translation>
    </message>
    <message>
        <source>Attached, without a deadline: environment %1.</source>
        <translation>Angeschlossen, ohne Frist: Umgebung %1.</translation>
    </message>
</context>
<context>
    <name>coldstart::DebugSession</name>
    <message>
        <source>The handler runs without the debugger: Python&apos;s debugpy is not installed here. Install Debian&apos;s package python3-debugpy.</source>
        <translation>Der Handler läuft ohne den Debugger: Pythons debugpy ist hier nicht installiert. Installieren Sie das Debian-Paket python3-debugpy.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Environment %1 is held by the debugger at %2, which raises %3. Its deadline waits.</source>
        <translation>Umgebung %1 wird vom Debugger bei %2 festgehalten, wo %3 auftritt. Ihre Frist wartet.</translation>
    </message>
    <message>
        <source>Environment %1 is held by the debugger at %2. Its deadline waits.</source>
        <translation>Umgebung %1 wird vom Debugger bei %2 festgehalten. Ihre Frist wartet.</translation>
    </message>
    <message>
        <source>The handler runs without the debugger: this machine&apos;s Node.js was built without an inspector. Debian&apos;s package nodejs has it.</source>
        <translation>Der Handler läuft ohne den Debugger: Node.js auf diesem Rechner wurde ohne Inspector gebaut. Debians Paket nodejs hat ihn.</translation>
    </message>
    <message>
        <source>The handler runs without the debugger: those of Python and Node.js can be held, those of %1 cannot.</source>
        <translation>Der Handler läuft ohne den Debugger: Handler in Python und Node.js können angehalten werden, solche in %1 nicht.</translation>
    </message>
    <message>
        <source>Environment %1 is held by the debugger at %2, because the condition of the breakpoint raises %3. Its deadline waits.</source>
        <translation>Umgebung %1 wird vom Debugger bei %2 angehalten, weil die Bedingung des Haltepunkts %3 auslöst. Ihre Frist wartet.</translation>
    </message>
</context>
<context>
    <name>coldstart::Document</name>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Saved as template.json. %1 was left as it is; from now on template.json is the one that is read.</source>
        <translation>Als template.json gespeichert. %1 blieb, wie es war; gelesen wird ab jetzt template.json.</translation>
    </message>
    <message>
        <source>Restore unsaved changes</source>
        <translation>Ungespeicherte Änderungen wiederherstellen</translation>
    </message>
    <message>
        <source>%1 was moved or deleted by another program. Your work is still here: Save writes it again.</source>
        <translation>%1 wurde von einem anderen Programm verschoben oder gelöscht. Die Arbeit ist noch hier: Speichern schreibt sie wieder.</translation>
    </message>
    <message>
        <source>%1 was changed by another program and cannot be read now. The version from before is still open. %2</source>
        <translation>%1 wurde von einem anderen Programm geändert und lässt sich jetzt nicht lesen. Die Fassung von vorher ist noch offen. %2</translation>
    </message>
    <message>
        <source>Take %1 from the disk</source>
        <translation>%1 vom Datenträger übernehmen</translation>
    </message>
</context>
<context>
    <name>coldstart::LiveWorkbench</name>
    <message>
        <source>The project has a problem that has to be solved before it can run. %1</source>
        <translation>Das Projekt hat ein Problem, das vor einem Lauf gelöst werden muss. %1</translation>
    </message>
</context>
<context>
    <name>coldstart::Session</name>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>There is no scenario named &quot;%1&quot; in this project.</source>
        <translation>In diesem Projekt gibt es kein Szenario namens „%1“.</translation>
    </message>
    <message>
        <source>The project has a problem that has to be solved before it can run. %1</source>
        <translation>Das Projekt hat ein Problem, das vor einem Lauf gelöst werden muss. %1</translation>
    </message>
    <message>
        <source>A what-if is simulated, and these requests ran live. Switch to Simulated and press Test or run a scenario there.</source>
        <translation>Ein Was-wäre-wenn wird simuliert, diese Anfragen aber liefen live. Wechseln Sie zu Simuliert und drücken Sie dort Test oder starten Sie ein Szenario.</translation>
    </message>
    <message>
        <source>Time cannot be moved on while a handler runs: it runs on the real clock.</source>
        <translation>Solange ein Handler läuft, lässt sich die Zeit nicht vorstellen: Er läuft nach der echten Uhr.</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::BillPage</name>
    <message>
        <source>Nothing has cost anything yet. Press Test to make the first bill.</source>
        <translation>Noch hat nichts etwas gekostet. Test drücken macht die erste Rechnung.</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>Zeilen der Rechnung</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copies the lines with all digits, for a spreadsheet</source>
        <translation>Kopiert die Zeilen mit allen Stellen, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>up to the playhead, in US dollars, prices of %1, region %2, before the free tier.</source>
        <translation>bis zur Abspielmarke, in US-Dollar, Preise vom %1, Region %2, vor dem Free Tier.</translation>
    </message>
    <message>
        <source>%1 of it is init time, billed since 1 August 2025.</source>
        <translation>%1 davon sind Init-Zeit, berechnet seit dem 1. August 2025.</translation>
    </message>
    <message>
        <source>The monthly free tier would take off %1 if nothing else used it.</source>
        <translation>Das monatliche Free Tier nähme %1 weg, wenn sonst nichts es benutzt.</translation>
    </message>
    <message>
        <source>If this run of %1 repeated for 30 days: about %2.</source>
        <translation>Wiederholte sich dieser Lauf von %1 30 Tage lang: etwa %2.</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::BillTable</name>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::LogJob</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::LogList</name>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>Line %1 of %2, %3: %4</source>
        <translation>Zeile %1 von %2, %3: %4</translation>
    </message>
    <message>
        <source>%1 s after the run began</source>
        <translation>%1 s nach Beginn des Laufs</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::LogsPage</name>
    <message>
        <source>Nothing has been logged yet. Send a request with Test and its lines appear here.</source>
        <translation>Noch wurde nichts protokolliert. Mit Test eine Anfrage schicken, und ihre Zeilen erscheinen hier.</translation>
    </message>
    <message>
        <source>Filter pattern, e.g. &quot;ERROR&quot;</source>
        <translation>Filtermuster, z. B. „ERROR“</translation>
    </message>
    <message>
        <source>Filter pattern</source>
        <translation>Filtermuster</translation>
    </message>
    <message>
        <source>Words that a line must hold. -word leaves lines out, ?one ?two is either, &quot;two words&quot; is a phrase. JSON patterns are not read yet.</source>
        <translation>Wörter, die eine Zeile enthalten muss. -Wort lässt Zeilen weg, ?eins ?zwei ist eines von beiden, &quot;zwei Wörter&quot; ist eine Wortfolge. JSON-Muster werden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Follow the playhead: show what has been written by then</source>
        <translation>Der Abspielmarke folgen: zeigen, was bis dahin geschrieben ist</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Logs: follow the playhead</source>
        <translation>Logs: der Abspielmarke folgen</translation>
    </message>
    <message>
        <source>Logs: wrap long lines</source>
        <translation>Logs: lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Logs: export lines to a file…</source>
        <translation>Logs: Zeilen in eine Datei exportieren…</translation>
    </message>
    <message>
        <source>Log group</source>
        <translation>Log-Gruppe</translation>
    </message>
    <message>
        <source>Log stream</source>
        <translation>Log-Stream</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>All log groups</source>
        <translation>Alle Log-Gruppen</translation>
    </message>
    <message>
        <source>All streams</source>
        <translation>Alle Streams</translation>
    </message>
    <message>
        <source>Environment %1 · %2</source>
        <translation>Umgebung %1 · %2</translation>
    </message>
    <message>
        <source>One stream for each execution environment</source>
        <translation>Ein Stream je Ausführungsumgebung</translation>
    </message>
    <message>
        <source>%1 more streams: select an environment on the stage to list its stream</source>
        <translation>%1 weitere Streams: Eine Umgebung auf der Bühne auswählen, um ihren Stream aufzuführen</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>No line matches this pattern. Clear it with Esc.</source>
        <translation>Keine Zeile passt zu diesem Muster. Esc löscht es.</translation>
    </message>
    <message>
        <source>No request has run, so nothing was logged: throttled requests leave no lines.</source>
        <translation>Keine Anfrage ist gelaufen, deshalb wurde nichts protokolliert: Gedrosselte Anfragen hinterlassen keine Zeilen.</translation>
    </message>
    <message>
        <source>Nothing has been logged yet at this moment. Play on, or switch Follow off to see the whole run.</source>
        <translation>In diesem Moment ist noch nichts protokolliert. Weiter abspielen oder Folgen ausschalten, um den ganzen Lauf zu sehen.</translation>
    </message>
    <message>
        <source>Writing: %1 of %2 lines</source>
        <translation>Schreibt: %1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>%1 found in %2 of %3 lines</source>
        <translation>%1 gefunden in %2 von %3 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 lines match</source>
        <translation>%1 von %2 Zeilen passen</translation>
    </message>
    <message>
        <source>%1 of %2 lines by now</source>
        <translation>%1 von %2 Zeilen bis jetzt</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>Export log lines</source>
        <translation>Logzeilen exportieren</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export lines to a file…</source>
        <translation>Zeilen in eine Datei exportieren…</translation>
    </message>
    <message>
        <source>Go to %1, line %2</source>
        <translation>Zu %1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::MetricChart</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>At the playhead: %1, periods of %2</source>
        <translation>An der Abspielmarke: %1, Perioden von %2</translation>
    </message>
    <message>
        <source>from %1, for %2</source>
        <translation>ab %1, für %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no datapoint, because nothing happened</source>
        <translation>%1: kein Datenpunkt, weil nichts geschah</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt…</translation>
    </message>
    <message>
        <source>No datapoints: nothing of this happened.</source>
        <translation>Keine Datenpunkte: Davon geschah nichts.</translation>
    </message>
    <message>
        <source>%1 periods</source>
        <translation>%1 Perioden</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::MetricsPage</name>
    <message>
        <source>No metrics yet. A press of Test or a scenario makes the first datapoints.</source>
        <translation>Noch keine Metriken. Test oder ein Szenario macht die ersten Datenpunkte.</translation>
    </message>
    <message>
        <source>Function whose metrics are shown</source>
        <translation>Funktion, deren Metriken gezeigt werden</translation>
    </message>
    <message>
        <source>Statistic</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Usual statistic</source>
        <translation>Übliche Statistik</translation>
    </message>
    <message>
        <source>1 s</source>
        <translation>1 s</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periode</translation>
    </message>
    <message>
        <source>Lambda publishes its metrics once a minute; periods of 1 s are for seeing short runs.</source>
        <translation>Lambda veröffentlicht seine Metriken einmal je Minute; Perioden von 1 s sind dazu da, kurze Läufe zu sehen.</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
</context>
<context>
    <name>coldstart::cloudwatch::PriceTable</name>
    <message>
        <source>Written down from memory: compare it with AWS&apos;s page before relying on it.</source>
        <translation>Aus dem Gedächtnis notiert: vor dem Verlass darauf mit der Seite von AWS vergleichen.</translation>
    </message>
    <message>
        <source>$%1 a %2</source>
        <translation>$%1 je %2</translation>
    </message>
    <message>
        <source>%1 (from memory)</source>
        <translation>%1 (aus dem Gedächtnis)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>up to, a month</source>
        <translation>bis zu, im Monat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::ConfigurationPage</name>
    <message>
        <source>Section of the configuration</source>
        <translation>Abschnitt der Konfiguration</translation>
    </message>
    <message>
        <source>This is an AWS::Lambda::Function: CloudFormation keeps this setting in a resource of its own, which is edited in the template.</source>
        <translation>Dies ist eine AWS::Lambda::Function: CloudFormation führt diese Einstellung in einer eigenen Ressource, die im Template bearbeitet wird.</translation>
    </message>
    <message>
        <source>Levels need the JSON format.</source>
        <translation>Stufen brauchen das Format JSON.</translation>
    </message>
    <message>
        <source>General configuration</source>
        <translation>Allgemeine Konfiguration</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Ephemeral storage</source>
        <translation>Flüchtiger Speicher</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Runtime</source>
        <translation>Runtime</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Environment variables</source>
        <translation>Umgebungsvariablen</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Reserved concurrency</source>
        <translation>Reserved Concurrency</translation>
    </message>
    <message>
        <source>Use unreserved</source>
        <translation>Unreservierte benutzen</translation>
    </message>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message>
        <source>Published alias</source>
        <translation>Veröffentlichter Alias</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Asynchronous invocation</source>
        <translation>Asynchroner Aufruf</translation>
    </message>
    <message>
        <source>Retry attempts</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Maximum age of event</source>
        <translation>Höchstalter des Events</translation>
    </message>
    <message>
        <source>Dead-letter queue</source>
        <translation>Dead-Letter-Queue</translation>
    </message>
    <message>
        <source>ARN of a queue or topic</source>
        <translation>ARN einer Queue oder eines Topics</translation>
    </message>
    <message>
        <source>Logging</source>
        <translation>Protokollierung</translation>
    </message>
    <message>
        <source>Log format</source>
        <translation>Log-Format</translation>
    </message>
    <message>
        <source>Application log level</source>
        <translation>Log-Stufe der Anwendung</translation>
    </message>
    <message>
        <source>System log level</source>
        <translation>Log-Stufe des Systems</translation>
    </message>
    <message>
        <source>Log group</source>
        <translation>Log-Gruppe</translation>
    </message>
    <message>
        <source>Work model</source>
        <translation>Arbeitsmodell</translation>
    </message>
    <message>
        <source>How the function behaves when it is simulated. AWS knows none of this; it is kept in the template&apos;s Metadata, and sam deploy ignores it. Durations hold at 1 769 MB.</source>
        <translation>Wie sich die Funktion verhält, wenn sie simuliert wird. AWS kennt nichts davon; es steht in den Metadata des Templates, und sam deploy übergeht es. Die Dauern gelten bei 1 769 MB.</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>First invocation</source>
        <translation>Erster Aufruf</translation>
    </message>
    <message>
        <source>Later invocations</source>
        <translation>Spätere Aufrufe</translation>
    </message>
    <message>
        <source>Kept when idle</source>
        <translation>Behalten, wenn frei</translation>
    </message>
    <message>
        <source>Kept at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source>Max memory used</source>
        <translation>Höchster benutzter Speicher</translation>
    </message>
    <message>
        <source>CPU share</source>
        <translation>CPU-Anteil</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Log lines</source>
        <translation>Logzeilen</translation>
    </message>
    <message>
        <source>What the handler prints, one line each; %requestId is filled in</source>
        <translation>Was der Handler ausgibt, je eine Zeile; %requestId wird eingesetzt</translation>
    </message>
    <message>
        <source>Declared response</source>
        <translation>Angegebene Antwort</translation>
    </message>
    <message>
        <source>JSON that a simulated invocation returns</source>
        <translation>JSON, das ein simulierter Aufruf zurückgibt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Shared by all functions of the project.</source>
        <translation>Gilt für alle Funktionen des Projekts gemeinsam.</translation>
    </message>
    <message>
        <source>Concurrent executions</source>
        <translation>Gleichzeitige Ausführungen</translation>
    </message>
    <message>
        <source>On-failure destination</source>
        <translation>On-Failure-Ziel</translation>
    </message>
    <message>
        <source>On-success destination</source>
        <translation>On-Success-Ziel</translation>
    </message>
    <message>
        <source>ARN of a queue, topic, function, bus or bucket</source>
        <translation>ARN einer Queue, eines Topics, einer Funktion, eines Busses oder eines Buckets</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::DensitySketch</name>
    <message>
        <source>Shape of the distribution</source>
        <translation>Form der Verteilung</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::EnvironmentRow</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type in the last line to add a variable; Delete removes the selected.</source>
        <translation>In die letzte Zeile tippen fügt eine Variable hinzu; Entf entfernt die ausgewählte.</translation>
    </message>
    <message>
        <source>The template computes this value; typing replaces the expression.</source>
        <translation>Das Template berechnet diesen Wert; Tippen ersetzt den Ausdruck.</translation>
    </message>
    <message>
        <source>%1 of %2 bytes</source>
        <translation>%1 von %2 Byte</translation>
    </message>
    <message>
        <source>The name %1 is there twice; a variable has one value.</source>
        <translation>Den Namen %1 gibt es zweimal; eine Variable hat einen Wert.</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::FieldRow</name>
    <message>
        <source>Apply at the playhead</source>
        <translation>An der Abspielmarke anwenden</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>up to %1 characters</source>
        <translation>bis zu %1 Zeichen</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>AWS documentation: %1</source>
        <translation>AWS-Dokumentation: %1</translation>
    </message>
    <message>
        <source>Forget what was typed</source>
        <translation>Getipptes vergessen</translation>
    </message>
    <message>
        <source>Restore default</source>
        <translation>Vorgabe wiederherstellen</translation>
    </message>
    <message>
        <source>Restore default of %1</source>
        <translation>Vorgabe von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Set for all functions in Globals.</source>
        <translation>In Globals für alle Funktionen gesetzt.</translation>
    </message>
    <message>
        <source>The template computes this value; typing replaces the expression.</source>
        <translation>Das Template berechnet diesen Wert; Tippen ersetzt den Ausdruck.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::MemorySlider</name>
    <message>
        <source>%1 = 1 vCPU</source>
        <translation>%1 = 1 vCPU</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::PermissionsPage</name>
    <message>
        <source>Read, not evaluated</source>
        <translation>Gelesen, nicht ausgewertet</translation>
    </message>
    <message>
        <source>This is what the template says. A simulation allows every call; checking the policies against what the code does is still to come.</source>
        <translation>Das sagt das Template. Eine Simulation erlaubt jeden Aufruf; die Policies gegen das zu prüfen, was der Code tut, kommt noch.</translation>
    </message>
    <message>
        <source>Execution role</source>
        <translation>Ausführungsrolle</translation>
    </message>
    <message>
        <source>Nobody but the account itself: no trigger is wired to this function.</source>
        <translation>Niemand außer dem Konto selbst: An diese Funktion ist kein Trigger angeschlossen.</translation>
    </message>
    <message>
        <source>Who may invoke</source>
        <translation>Wer aufrufen darf</translation>
    </message>
</context>
<context>
    <name>coldstart::configuration::PoolBar</name>
    <message>
        <source>here %1 · others %2 · unreserved %3</source>
        <translation>hier %1 · andere %2 · unreserviert %3</translation>
    </message>
    <message>
        <source>The account&apos;s %1 concurrent executions. The dashed line: %2 must stay unreserved.</source>
        <translation>Die %1 gleichzeitigen Ausführungen des Kontos. Die gestrichelte Linie: %2 müssen unreserviert bleiben.</translation>
    </message>
</context>
<context>
    <name>coldstart::debug::DebugPage</name>
    <message>
        <source>Debugger: go on</source>
        <translation>Debugger: weiter</translation>
    </message>
    <message>
        <source>Debugger: step over</source>
        <translation>Debugger: Schritt darüber</translation>
    </message>
    <message>
        <source>Debugger: step into</source>
        <translation>Debugger: Schritt hinein</translation>
    </message>
    <message>
        <source>Debugger: step out</source>
        <translation>Debugger: Schritt hinaus</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>Hinein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Hinaus</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Aufrufstapel</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>An expression, e.g. event[&quot;key1&quot;]</source>
        <translation>Ein Ausdruck, z. B. event[&quot;key1&quot;]</translation>
    </message>
    <message>
        <source>Expression to evaluate</source>
        <translation>Auszuwertender Ausdruck</translation>
    </message>
    <message>
        <source>Values of the expressions</source>
        <translation>Werte der Ausdrücke</translation>
    </message>
    <message>
        <source>%1  %2:%3</source>
        <translation>%1  %2:%3</translation>
    </message>
    <message>
        <source>Click beside a line number in the code to set a breakpoint; a right click there gives it a condition. Then test with the debugger: the handler is held there, and its deadline waits.</source>
        <translation>Ein Klick neben eine Zeilennummer im Code setzt einen Haltepunkt; ein Rechtsklick dort gibt ihm eine Bedingung. Dann mit dem Debugger testen: Der Handler wird dort angehalten, und seine Frist wartet.</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::CodePage</name>
    <message>
        <source>Line, or line:column</source>
        <translation>Zeile oder Zeile:Spalte</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zu einer Zeile gehen</translation>
    </message>
    <message>
        <source>Find in File</source>
        <translation>In der Datei suchen</translation>
    </message>
    <message>
        <source>Replace in File</source>
        <translation>In der Datei ersetzen</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>Nächstes Vorkommen</translation>
    </message>
    <message>
        <source>Find Previous</source>
        <translation>Voriges Vorkommen</translation>
    </message>
    <message>
        <source>Go to Line</source>
        <translation>Zu Zeile gehen</translation>
    </message>
    <message>
        <source>Go to Handler</source>
        <translation>Zum Handler gehen</translation>
    </message>
    <message>
        <source>Next Problem in File</source>
        <translation>Nächstes Problem in der Datei</translation>
    </message>
    <message>
        <source>Comment or Uncomment Lines</source>
        <translation>Zeilen ein- oder auskommentieren</translation>
    </message>
    <message>
        <source>Complete from Event and Context</source>
        <translation>Aus Event und Context ergänzen</translation>
    </message>
    <message>
        <source>Select Next Occurrence</source>
        <translation>Nächstes Vorkommen mit auswählen</translation>
    </message>
    <message>
        <source>Add Caret Above</source>
        <translation>Schreibmarke darüber hinzufügen</translation>
    </message>
    <message>
        <source>Add Caret Below</source>
        <translation>Schreibmarke darunter hinzufügen</translation>
    </message>
    <message>
        <source>New Code File</source>
        <translation>Neue Code-Datei</translation>
    </message>
    <message>
        <source>Close Code File</source>
        <translation>Code-Datei schließen</translation>
    </message>
    <message>
        <source>The function that Lambda calls. Click to go there (F12).</source>
        <translation>Die Funktion, die Lambda aufruft. Ein Klick führt dorthin (F12).</translation>
    </message>
    <message>
        <source>%1 has %2 MB. Files over 5 MB are opened on request only, because typing in them is slow.</source>
        <translation>%1 hat %2 MB. Dateien über 5 MB werden nur auf Wunsch geöffnet, weil das Tippen darin langsam ist.</translation>
    </message>
    <message>
        <source>Open it anyway</source>
        <translation>Trotzdem öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Files over 1 MB are not checked while typing.</source>
        <translation>Dateien über 1 MB werden beim Tippen nicht geprüft.</translation>
    </message>
    <message>
        <source>JSON is parsed while you type.</source>
        <translation>JSON wird beim Tippen eingelesen.</translation>
    </message>
    <message>
        <source>A light check of brackets, strings, indentation and colons while you type. Your code is not run, so what passes here may still fail.</source>
        <translation>Eine leichte Prüfung von Klammern, Zeichenketten, Einrückung und Doppelpunkten beim Tippen. Der Code wird nicht ausgeführt; was hier durchgeht, kann trotzdem scheitern.</translation>
    </message>
    <message>
        <source>! 1 problem</source>
        <translation>! 1 Problem</translation>
    </message>
    <message>
        <source>! %1 problems</source>
        <translation>! %1 Probleme</translation>
    </message>
    <message>
        <source>✓ light check</source>
        <translation>✓ leichte Prüfung</translation>
    </message>
    <message>
        <source>This project has no function yet. Its template says which there are.</source>
        <translation>Dieses Projekt hat noch keine Funktion. Welche es gibt, sagt sein Template.</translation>
    </message>
    <message>
        <source>All files of this function are closed.</source>
        <translation>Alle Dateien dieser Funktion sind geschlossen.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>The code folder %1 holds no file that could be edited here.</source>
        <translation>Der Code-Ordner %1 enthält keine Datei, die sich hier bearbeiten ließe.</translation>
    </message>
    <message>
        <source>The code folder %1 is not there. The template names it as CodeUri; put the code there, or start it here.</source>
        <translation>Den Code-Ordner %1 gibt es nicht. Das Template nennt ihn als CodeUri; der Code gehört dorthin, oder er beginnt hier.</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Neue Datei…</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>%1 was deleted; saving removes it from the disk.</source>
        <translation>%1 wurde gelöscht; beim Speichern verschwindet die Datei vom Datenträger.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 was changed by another program while it has edits here.</source>
        <translation>%1 wurde von einem anderen Programm geändert, während es hier Änderungen gibt.</translation>
    </message>
    <message>
        <source>Take the other version</source>
        <translation>Die andere Fassung übernehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>%1 was moved or deleted by another program. Its text is still known here.</source>
        <translation>%1 wurde von einem anderen Programm verschoben oder gelöscht. Der Text ist hier noch bekannt.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Where this runtime&apos;s handler stands cannot be told from the code&apos;s text.</source>
        <translation>Wo der Handler dieser Runtime steht, ist aus dem Text des Codes nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The handler %1 does not have this runtime&apos;s form, file.function; Lambda would answer Runtime.MalformedHandlerName.</source>
        <translation>Der Handler %1 hat nicht die Form dieser Runtime, datei.funktion; Lambda würde mit Runtime.MalformedHandlerName antworten.</translation>
    </message>
    <message>
        <source>The handler is %1, but there is no %2; Lambda would answer Runtime.ImportModuleError.</source>
        <translation>Der Handler ist %1, aber %2 gibt es nicht; Lambda würde mit Runtime.ImportModuleError antworten.</translation>
    </message>
    <message>
        <source>Create it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The handler is %1, but %2 defines no %3; Lambda would answer Runtime.HandlerNotFound.</source>
        <translation>Der Handler ist %1, aber %2 definiert kein %3; Lambda würde mit Runtime.HandlerNotFound antworten.</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Change the handler</source>
        <translation>Handler ändern</translation>
    </message>
    <message>
        <source>%1 has a line of %2 characters, as tools write them. Lines over %3 cannot be edited here.</source>
        <translation>%1 hat eine Zeile mit %2 Zeichen, wie Programme sie schreiben. Zeilen über %3 lassen sich hier nicht bearbeiten.</translation>
    </message>
    <message>
        <source>Breakpoint on this Line</source>
        <translation>Haltepunkt in dieser Zeile</translation>
    </message>
    <message>
        <source>Condition of the Breakpoint on this Line…</source>
        <translation>Bedingung des Haltepunkts in dieser Zeile …</translation>
    </message>
    <message>
        <source>Run to this Line</source>
        <translation>Bis zu dieser Zeile ausführen</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::CodeView</name>
    <message>
        <source>The light check finds no problem in this file.</source>
        <translation>Die leichte Prüfung findet in dieser Datei kein Problem.</translation>
    </message>
    <message>
        <source>Nothing is known that could follow here.</source>
        <translation>Was hier folgen könnte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 has no comment that ends with the line.</source>
        <translation>%1 kennt keinen Kommentar, der mit der Zeile endet.</translation>
    </message>
    <message>
        <source>Stops only if: %1</source>
        <translation>Hält nur an, wenn: %1</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::ConditionLine</name>
    <message>
        <source>Stop only if</source>
        <translation>Nur anhalten, wenn</translation>
    </message>
    <message>
        <source>Condition of the breakpoint</source>
        <translation>Bedingung des Haltepunkts</translation>
    </message>
    <message>
        <source>an expression; empty: always</source>
        <translation>ein Ausdruck; leer: immer</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::FileTabs</name>
    <message>
        <source>Files of the function</source>
        <translation>Dateien der Funktion</translation>
    </message>
    <message>
        <source>Add a file, or open one that was closed</source>
        <translation>Eine Datei hinzufügen oder eine geschlossene öffnen</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Name der Datei</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>Neue Datei…</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::FindBar</name>
    <message>
        <source>Match upper and lower case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>The text is a regular expression</source>
        <translation>Der Text ist ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>unvollständig</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>%1 replaced</source>
        <translation>%1 ersetzt</translation>
    </message>
</context>
<context>
    <name>coldstart::editor::StatusLine</name>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Bearbeitet</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
</context>
<context>
    <name>coldstart::event</name>
    <message>
        <source>Duration %1 ms</source>
        <translation>Duration %1 ms</translation>
    </message>
    <message>
        <source>Init %1 ms</source>
        <translation>Init %1 ms</translation>
    </message>
    <message>
        <source>Billed %1 ms</source>
        <translation>Berechnet %1 ms</translation>
    </message>
    <message>
        <source>Memory %1 of %2 MB</source>
        <translation>Speicher %1 von %2 MB</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
</context>
<context>
    <name>coldstart::event::CompareDialog</name>
    <message>
        <source>Event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Log tail</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>Compare two results</source>
        <translation>Zwei Ergebnisse vergleichen</translation>
    </message>
    <message>
        <source>Result on the left</source>
        <translation>Ergebnis links</translation>
    </message>
    <message>
        <source>Result on the right</source>
        <translation>Ergebnis rechts</translation>
    </message>
    <message>
        <source>Nothing differs but the request&apos;s id.</source>
        <translation>Nichts unterscheidet sich außer der ID der Anfrage.</translation>
    </message>
    <message>
        <source>Lines that differ: %1. A request&apos;s id always does and is not marked.</source>
        <translation>Zeilen, die sich unterscheiden: %1. Die ID der Anfrage ist immer eine andere und nicht markiert.</translation>
    </message>
</context>
<context>
    <name>coldstart::event::EventFiles</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Test event</source>
        <translation>Test-Event</translation>
    </message>
    <message>
        <source>New name of the test event</source>
        <translation>Neuer Name des Test-Events</translation>
    </message>
    <message>
        <source>Rename, duplicate or delete this test event</source>
        <translation>Dieses Test-Event umbenennen, verdoppeln oder löschen</translation>
    </message>
    <message>
        <source>New test event</source>
        <translation>Neues Test-Event</translation>
    </message>
    <message>
        <source>Rename test event</source>
        <translation>Test-Event umbenennen</translation>
    </message>
    <message>
        <source>Duplicate test event</source>
        <translation>Test-Event verdoppeln</translation>
    </message>
    <message>
        <source>Delete test event</source>
        <translation>Test-Event löschen</translation>
    </message>
    <message>
        <source>There is no test event in front.</source>
        <translation>Vorn ist kein Test-Event.</translation>
    </message>
</context>
<context>
    <name>coldstart::event::EventForm</name>
    <message>
        <source>not in the event</source>
        <translation>nicht im Event</translation>
    </message>
    <message>
        <source>In the event: %1</source>
        <translation>Im Event: %1</translation>
    </message>
    <message>
        <source>Fewer fields</source>
        <translation>Weniger Felder</translation>
    </message>
    <message>
        <source>Account, region and more</source>
        <translation>Konto, Region und mehr</translation>
    </message>
</context>
<context>
    <name>coldstart::event::KeptResult</name>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>simulated</source>
        <translation>simuliert</translation>
    </message>
</context>
<context>
    <name>coldstart::event::LinkedText</name>
    <message>
        <source>Go to %1, line %2</source>
        <translation>Zu %1, Zeile %2</translation>
    </message>
</context>
<context>
    <name>coldstart::event::TestEventPage</name>
    <message>
        <source>Sync</source>
        <translation>Synchron</translation>
    </message>
    <message>
        <source>Async</source>
        <translation>Asynchron</translation>
    </message>
    <message>
        <source>Invocation type</source>
        <translation>Aufrufart</translation>
    </message>
    <message>
        <source>RequestResponse: the caller waits for the answer.</source>
        <translation>RequestResponse: Der Aufrufer wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>Event: the queue takes the event, and failed attempts are tried again.</source>
        <translation>Event: Die Warteschlange nimmt das Event, und fehlgeschlagene Versuche werden wiederholt.</translation>
    </message>
    <message>
        <source>No test event yet. Create one, and press Test to send it to the function.</source>
        <translation>Noch kein Test-Event. Eines anlegen und mit Test an die Funktion schicken.</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art des Events</translation>
    </message>
    <message>
        <source>Own event</source>
        <translation>Eigenes Event</translation>
    </message>
    <message>
        <source>Wrap in…</source>
        <translation>Einpacken in…</translation>
    </message>
    <message>
        <source>Put this event into a message of another service</source>
        <translation>Dieses Event in eine Nachricht eines anderen Dienstes legen</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>JSON of the test event</source>
        <translation>JSON des Test-Events</translation>
    </message>
    <message>
        <source>The event was wrapped.</source>
        <translation>Das Event wurde eingepackt.</translation>
    </message>
    <message>
        <source>The picker does not know this kind of event; edit it as JSON.</source>
        <translation>Die Auswahl kennt diese Art Event nicht; es lässt sich als JSON bearbeiten.</translation>
    </message>
    <message>
        <source>The source itself sends such events asynchronously.</source>
        <translation>Die Quelle selbst schickt solche Events asynchron.</translation>
    </message>
    <message>
        <source>The event was replaced.</source>
        <translation>Das Event wurde ersetzt.</translation>
    </message>
    <message>
        <source>Your handler ran on this machine.</source>
        <translation>Ihr Handler lief auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Unsaved changes did not run: saving deploys them.</source>
        <translation>Ungespeicherte Änderungen liefen nicht mit: Erst Speichern stellt sie bereit.</translation>
    </message>
</context>
<context>
    <name>coldstart::event::TestResult</name>
    <message>
        <source>Close the result</source>
        <translation>Ergebnis schließen</translation>
    </message>
    <message>
        <source>Simulated: the handler was not run. The queue accepted the event; nobody waits for an answer.</source>
        <translation>Simuliert: Der Handler wurde nicht ausgeführt. Die Warteschlange nahm das Event an; niemand wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>Simulated: the handler was not run; this is the declared response.</source>
        <translation>Simuliert: Der Handler wurde nicht ausgeführt; dies ist die angegebene Antwort.</translation>
    </message>
    <message>
        <source>Simulated: the handler was not run; this is what Lambda answers then.</source>
        <translation>Simuliert: Der Handler wurde nicht ausgeführt; so antwortet Lambda dann.</translation>
    </message>
    <message>
        <source>Log tail</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>Answer of the test</source>
        <translation>Antwort des Tests</translation>
    </message>
    <message>
        <source>End of the log</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>The last 4 KB, as Lambda returns them to a caller that asks for them.</source>
        <translation>Die letzten 4 KB, wie Lambda sie einem Aufrufer zurückgibt, der danach fragt.</translation>
    </message>
    <message>
        <source>The queue accepted the event; nobody waits for an answer.</source>
        <translation>Die Warteschlange hat das Ereignis angenommen; niemand wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>Go to %1, line %2</source>
        <translation>Zu %1, Zeile %2</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>Bisherige Ergebnisse</translation>
    </message>
    <message>
        <source>The results of this window, the latest first</source>
        <translation>Die Ergebnisse dieses Fensters, das neueste zuerst</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Sends the same payload to the same function once more</source>
        <translation>Sendet denselben Payload noch einmal an dieselbe Funktion</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Two results side by side, with the lines marked that differ</source>
        <translation>Zwei Ergebnisse nebeneinander; die Zeilen, die sich unterscheiden, sind markiert</translation>
    </message>
</context>
<context>
    <name>coldstart::explain::Badge</name>
    <message>
        <source>cold start</source>
        <translation>Kaltstart</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>provisioned</source>
        <translation>bereitgestellt</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>process exited</source>
        <translation>Prozess beendet</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>Speicher ausgegangen</translation>
    </message>
    <message>
        <source>init failed</source>
        <translation>Init fehlgeschlagen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
</context>
<context>
    <name>coldstart::explain::ExplainPage</name>
    <message>
        <source>Send a request with Test, and this pane says why it went as it did.</source>
        <translation>Mit Test eine Anfrage schicken, und hier steht, warum es ihr so erging.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Making the run again with that change … %1</source>
        <translation>Der Lauf wird mit dieser Änderung wiederholt … %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy explanation</source>
        <translation>Erklärung kopieren</translation>
    </message>
    <message>
        <source>Run this scenario</source>
        <translation>Dieses Szenario ausführen</translation>
    </message>
    <message>
        <source>What the scenario %1 shows</source>
        <translation>Was das Szenario %1 zeigt</translation>
    </message>
</context>
<context>
    <name>coldstart::explain::ExplanationView</name>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>AWS Lambda Developer Guide: %1</source>
        <translation>AWS Lambda Developer Guide: %1</translation>
    </message>
    <message>
        <source>What would have helped?</source>
        <translation>Was hätte geholfen?</translation>
    </message>
    <message>
        <source>Makes this run again with that one change, beside it.</source>
        <translation>Wiederholt diesen Lauf mit dieser einen Änderung, daneben.</translation>
    </message>
    <message>
        <source>A run is being made. Wait for it, or cancel it.</source>
        <translation>Ein Lauf ist im Gang. Abwarten oder abbrechen.</translation>
    </message>
</context>
<context>
    <name>coldstart::explain::WhatIfTable</name>
    <message>
        <source>%1: %2 refused, p99 %3, %4 cold starts, %5</source>
        <translation>%1: %2 abgewiesen, p99 %3, %4 Kaltstarts, %5</translation>
    </message>
    <message>
        <source>What would have helped</source>
        <translation>Was geholfen hätte</translation>
    </message>
    <message>
        <source>429s</source>
        <translation>429er</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>cold</source>
        <translation>kalt</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::ConcurrencyPage</name>
    <message>
        <source>Nothing has run yet. Run a scenario and watch how many environments are in use.</source>
        <translation>Noch ist nichts gelaufen. Ein Szenario starten und zusehen, wie viele Umgebungen in Gebrauch sind.</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::ConcurrencyView</name>
    <message>
        <source>Concurrency: environments in use against the limits</source>
        <translation>Gleichzeitigkeit: Umgebungen in Gebrauch und ihre Grenzen</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>peak %1</source>
        <translation>Spitze %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>In use: %1</source>
        <translation>In Gebrauch: %1</translation>
    </message>
    <message>
        <source>In use: %1 to %2</source>
        <translation>In Gebrauch: %1 bis %2</translation>
    </message>
    <message>
        <source>Limit: %1 (%2)</source>
        <translation>Grenze: %1 (%2)</translation>
    </message>
    <message>
        <source>Throttled (429): %1</source>
        <translation>Gedrosselt (429): %1</translation>
    </message>
    <message>
        <source>%1: up to %2</source>
        <translation>%1: bis zu %2</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>Noch kein Lauf.</translation>
    </message>
    <message>
        <source>In use at the playhead: %1 of %2 (%3). Peak: %4. Throttled requests: %5.</source>
        <translation>An der Abspielmarke in Gebrauch: %1 von %2 (%3). Spitze: %4. Gedrosselte Anfragen: %5.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgewiesen: %1</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::FlowPage</name>
    <message>
        <source>Nothing has run yet. Send one request with Test and watch it find an environment.</source>
        <translation>Noch ist nichts gelaufen. Mit Test eine Anfrage schicken und zusehen, wie sie eine Umgebung findet.</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::FlowView</name>
    <message>
        <source>Flow: source, gate, execution environments and throttled requests</source>
        <translation>Fluss: Quelle, Tor, Ausführungsumgebungen und gedrosselte Anfragen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2. %3.</source>
        <translation>%1. %2. %3.</translation>
    </message>
    <message>
        <source>Selected: %1, %2.</source>
        <translation>Ausgewählt: %1, %2.</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::StageControls</name>
    <message>
        <source>Function shown on the stage</source>
        <translation>Auf der Bühne gezeigte Funktion</translation>
    </message>
    <message>
        <source>Show more time (−)</source>
        <translation>Mehr Zeit zeigen (−)</translation>
    </message>
    <message>
        <source>Show less time (+)</source>
        <translation>Weniger Zeit zeigen (+)</translation>
    </message>
    <message>
        <source>Show the whole run (0)</source>
        <translation>Den ganzen Lauf zeigen (0)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
    <message>
        <source>Span of time in view</source>
        <translation>Gezeigte Zeitspanne</translation>
    </message>
    <message>
        <source>Copy request ID</source>
        <translation>Request-ID kopieren</translation>
    </message>
    <message>
        <source>Copy summary</source>
        <translation>Zusammenfassung kopieren</translation>
    </message>
    <message>
        <source>Select environment %1</source>
        <translation>Umgebung %1 auswählen</translation>
    </message>
    <message>
        <source>Move the playhead here</source>
        <translation>Abspielmarke hierher setzen</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>Den ganzen Lauf zeigen</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::TimelinePage</name>
    <message>
        <source>Nothing has run yet. Send one request with Test and watch its environment start.</source>
        <translation>Noch ist nichts gelaufen. Mit Test eine Anfrage schicken und zusehen, wie ihre Umgebung startet.</translation>
    </message>
</context>
<context>
    <name>coldstart::stage::TimelineView</name>
    <message>
        <source>Timeline of execution environments</source>
        <translation>Zeitachse der Ausführungsumgebungen</translation>
    </message>
    <message>
        <source>env %1</source>
        <translation>Umg. %1</translation>
    </message>
    <message>
        <source>No run yet.</source>
        <translation>Noch kein Lauf.</translation>
    </message>
    <message>
        <source>Environments: %1. Throttled requests: %2.</source>
        <translation>Umgebungen: %1. Gedrosselte Anfragen: %2.</translation>
    </message>
    <message>
        <source>Selected: %1</source>
        <translation>Ausgewählt: %1</translation>
    </message>
    <message>
        <source>Selected: environment %1.</source>
        <translation>Ausgewählt: Umgebung %1.</translation>
    </message>
</context>
<context>
    <name>coldstart::theme::Banner</name>
    <message>
        <source>Close this line</source>
        <translation>Diese Zeile schließen</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif</name>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Reserved concurrency</source>
        <translation>Reserved Concurrency</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Timeout</translation>
    </message>
    <message>
        <source>Idle environments are kept</source>
        <translation>Untätige Umgebungen bleiben</translation>
    </message>
    <message>
        <source>not reserved</source>
        <translation>nicht reserviert</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batch-Größe</translation>
    </message>
    <message>
        <source>Batching window</source>
        <translation>Batch-Fenster</translation>
    </message>
    <message>
        <source>Maximum concurrency</source>
        <translation>Höchste Parallelität</translation>
    </message>
    <message>
        <source>not limited</source>
        <translation>nicht begrenzt</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif::ComparisonView</name>
    <message>
        <source>%1: %2 before, %3 after</source>
        <translation>%1: vorher %2, nachher %3</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>as set here</source>
        <translation>wie hier eingestellt</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif::KnobRow</name>
    <message>
        <source>%1, as the project has it</source>
        <translation>%1, wie im Projekt</translation>
    </message>
    <message>
        <source>%1; the project has %2</source>
        <translation>%1; im Projekt %2</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif::MonthView</name>
    <message>
        <source>A month of this load</source>
        <translation>Ein Monat dieser Last</translation>
    </message>
    <message>
        <source>Requests that run</source>
        <translation>Anfragen, die laufen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Free tier takes off</source>
        <translation>Die Gratis-Stufe spart</translation>
    </message>
    <message>
        <source>EC2 or Lambda?</source>
        <translation>EC2 oder Lambda?</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>im Monat</translation>
    </message>
    <message>
        <source>cheaper above</source>
        <translation>billiger ab</translation>
    </message>
    <message>
        <source>US dollars, prices of %1, without logs and before the free tier. Machines on demand, Linux, without disk and address.</source>
        <translation>US-Dollar, Preise von %1, ohne Logs und vor der Gratis-Stufe. Maschinen nach Bedarf, Linux, ohne Platte und Adresse.</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>as set here</source>
        <translation>wie hier eingestellt</translation>
    </message>
    <message>
        <source>%1 vCPUs, %2</source>
        <translation>%1 vCPUs, %2</translation>
    </message>
    <message>
        <source>The machines in bold cost less than this load on Lambda: if one of them can carry it, with up to %1 requests at once.</source>
        <translation>Die fett gesetzten Maschinen kosten weniger als diese Last auf Lambda: falls eine von ihnen sie tragen kann, mit bis zu %1 Anfragen zugleich.</translation>
    </message>
    <message>
        <source>For this load Lambda costs less than any of these machines.</source>
        <translation>Für diese Last kostet Lambda weniger als jede dieser Maschinen.</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif::TuningChart</name>
    <message>
        <source>Time and cost by memory</source>
        <translation>Zeit und Kosten nach Speicher</translation>
    </message>
    <message>
        <source>Cheapest and fastest: %1.</source>
        <translation>Am billigsten und am schnellsten: %1.</translation>
    </message>
    <message>
        <source>Cheapest and balanced: %1. Fastest: %2.</source>
        <translation>Am billigsten und ausgewogen: %1. Am schnellsten: %2.</translation>
    </message>
    <message>
        <source>Cheapest: %1. Fastest and balanced: %2.</source>
        <translation>Am billigsten: %1. Am schnellsten und ausgewogen: %2.</translation>
    </message>
    <message>
        <source>Cheapest: %1. Balanced: %2. Fastest: %3.</source>
        <translation>Am billigsten: %1. Ausgewogen: %2. Am schnellsten: %3.</translation>
    </message>
    <message>
        <source>%1: %2 on average, %3 for a million requests</source>
        <translation>%1: im Mittel %2, %3 für eine Million Anfragen</translation>
    </message>
    <message>
        <source>%1 refused or failed</source>
        <translation>%1 abgewiesen oder fehlgeschlagen</translation>
    </message>
    <message>
        <source>time, to %1</source>
        <translation>Zeit, bis %1</translation>
    </message>
    <message>
        <source>a million cost, to %1</source>
        <translation>eine Million, bis %1</translation>
    </message>
</context>
<context>
    <name>coldstart::whatif::WhatIfPage</name>
    <message>
        <source>A scenario sends the requests that other settings are tried on. This project has none.</source>
        <translation>Ein Szenario schickt die Anfragen, an denen andere Einstellungen erprobt werden. Dieses Projekt hat keines.</translation>
    </message>
    <message>
        <source>Whose figures</source>
        <translation>Wessen Zahlen</translation>
    </message>
    <message>
        <source>Power tuning</source>
        <translation>Power Tuning</translation>
    </message>
    <message>
        <source>Try every memory size</source>
        <translation>Alle Speichergrößen erproben</translation>
    </message>
    <message>
        <source>Runs the scenario with %1 sizes from 128 MB to 10 240 MB</source>
        <translation>Lässt das Szenario mit %1 Größen von 128 MB bis 10 240 MB laufen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Apply to project</source>
        <translation>Ins Projekt übernehmen</translation>
    </message>
    <message>
        <source>This scenario sends too many requests to follow a slider. Shorten it, or use coldstart compare.</source>
        <translation>Dieses Szenario schickt zu viele Anfragen, um einem Regler zu folgen. Es lässt sich kürzen, oder coldstart compare vergleicht.</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>Alle Funktionen</translation>
    </message>
    <message>
        <source>What if %1 had …</source>
        <translation>Was, wenn %1 hätte …</translation>
    </message>
    <message>
        <source>what-if settings of %1</source>
        <translation>erprobte Einstellungen von %1</translation>
    </message>
    <message>
        <source>Trying every memory size …</source>
        <translation>Alle Speichergrößen werden erprobt …</translation>
    </message>
    <message>
        <source>Making the run again …</source>
        <translation>Der Lauf wird wiederholt …</translation>
    </message>
    <message>
        <source>Move a slider: the scenario %1 runs again with the same requests.</source>
        <translation>Einen Regler bewegen: Das Szenario %1 läuft mit denselben Anfragen noch einmal.</translation>
    </message>
    <message>
        <source>Scenario %1, the same requests.</source>
        <translation>Szenario %1, dieselben Anfragen.</translation>
    </message>
    <message>
        <source>The settings are those of the project. Move a slider first.</source>
        <translation>Die Einstellungen sind die des Projekts. Erst einen Regler bewegen.</translation>
    </message>
    <message>
        <source>Writes these settings into the template, as one step that can be undone</source>
        <translation>Schreibt diese Einstellungen ins Template, als einen Schritt, der sich rückgängig machen lässt</translation>
    </message>
    <message>
        <source>There are so many that percentiles are within 1 % and response times are not known.</source>
        <translation>Es sind so viele, dass Perzentile auf 1 % genau und Antwortzeiten nicht bekannt sind.</translation>
    </message>
</context>
<context>
    <name>coldstart::window</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Everything else is in the command palette: Ctrl+Shift+P, then some letters of its name.</source>
        <translation>Alles andere steht in der Befehlspalette: Strg+Umschalt+P, dann ein paar Buchstaben des Namens.</translation>
    </message>
    <message>
        <source>The life of execution environments: init, invocations, freezing, idle reclaim, age.</source>
        <translation>Das Leben von Ausführungsumgebungen: Init, Aufrufe, Einfrieren, Rückholen der freien, Alter.</translation>
    </message>
    <message>
        <source>Concurrency: the account&apos;s, unreserved, reserved and provisioned; 1 000 new environments per function every 10 seconds; the requests-per-second quota; every 429 with its reason.</source>
        <translation>Gleichzeitigkeit: die des Kontos, unreserviert, reserviert und bereitgestellt; 1 000 neue Umgebungen je Funktion alle 10 Sekunden; die Quota für Anfragen pro Sekunde; jede 429 mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Synchronous and asynchronous invocations with retries, event age and dropped events.</source>
        <translation>Synchrone und asynchrone Aufrufe mit Wiederholungen, Alter der Events und verworfenen Events.</translation>
    </message>
    <message>
        <source>Memory and the vCPUs that come with it, time-outs and handler errors.</source>
        <translation>Speicher und die vCPUs, die damit kommen, Timeouts und Fehler des Handlers.</translation>
    </message>
    <message>
        <source>CloudWatch&apos;s log lines and Lambda metrics, and the bill, computed from what happened.</source>
        <translation>Die Logzeilen und Lambda-Metriken von CloudWatch und die Rechnung, berechnet aus dem, was geschah.</translation>
    </message>
    <message>
        <source>How long AWS keeps an idle environment is not published; the model&apos;s times are marked in the configuration and can be changed.</source>
        <translation>Wie lange AWS eine freie Umgebung behält, ist nicht veröffentlicht; die Zeiten des Modells sind in der Konfiguration gekennzeichnet und lassen sich ändern.</translation>
    </message>
    <message>
        <source>Neighbours such as S3, SQS and DynamoDB send requests here but hold no data.</source>
        <translation>Nachbarn wie S3, SQS und DynamoDB schicken hier Anfragen, enthalten aber keine Daten.</translation>
    </message>
    <message>
        <source>Permissions are not checked: every call is allowed.</source>
        <translation>Berechtigungen werden nicht geprüft: Jeder Aufruf ist erlaubt.</translation>
    </message>
    <message>
        <source>Simulated as AWS documents it</source>
        <translation>Simuliert, wie AWS es dokumentiert</translation>
    </message>
    <message>
        <source>Simplified or not simulated</source>
        <translation>Vereinfacht oder nicht simuliert</translation>
    </message>
    <message>
        <source>Numbers to check before you rely on them</source>
        <translation>Zahlen, die vor dem Verlass auf sie zu prüfen sind</translation>
    </message>
    <message>
        <source>These limits were not found on a page of AWS&apos;s documentation:</source>
        <translation>Diese Grenzen fanden sich auf keiner Seite der AWS-Dokumentation:</translation>
    </message>
    <message>
        <source>About Coldstart</source>
        <translation>Über Coldstart</translation>
    </message>
    <message>
        <source>A desktop workbench in which AWS Lambda can be seen.</source>
        <translation>Eine Werkbank, in der AWS Lambda zu sehen ist.</translation>
    </message>
    <message>
        <source>Coldstart is not made, endorsed or supported by Amazon. AWS, Amazon Web Services, Lambda and the names of its services are trademarks of Amazon.com, Inc. or its affiliates.</source>
        <translation>Coldstart wird von Amazon weder hergestellt noch empfohlen oder unterstützt. AWS, Amazon Web Services, Lambda und die Namen der Dienste sind Marken von Amazon.com, Inc. oder verbundenen Unternehmen.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Made with Qt %1 and QScintilla.</source>
        <translation>Gemacht mit Qt %1 und QScintilla.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Test events</source>
        <translation>Test-Events</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Simulated, your handler is not run: its times come from the work model in the template, and its answer is the event&apos;s declared response. Live runs Python, Node.js, Ruby and custom runtimes for real, on this machine: without less processor time for less memory.</source>
        <translation>Simuliert läuft Ihr Handler nicht: Seine Zeiten kommen aus dem Arbeitsmodell im Template, seine Antwort ist die im Event angegebene. Live laufen Python, Node.js, Ruby und eigene Runtimes wirklich, auf diesem Rechner: ohne weniger Prozessorzeit bei weniger Speicher.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::AttachDialog</name>
    <message>
        <source>Requests &amp;wait for a process; none is started here</source>
        <translation>Anfragen &amp;warten auf einen Prozess; hier wird keiner gestartet</translation>
    </message>
    <message>
        <source>The &amp;deadline waits: no time-out ends its invocations</source>
        <translation>Die &amp;Frist wartet: Kein Timeout beendet seine Aufrufe</translation>
    </message>
    <message>
        <source>Attach your own process</source>
        <translation>Eigenen Prozess anschließen</translation>
    </message>
    <message>
        <source>Start your program with this variable, in a terminal or in a debugger: it becomes an execution environment of the function. Every runtime client that works on Lambda works here, in any language.</source>
        <translation>Starten Sie Ihr Programm mit dieser Variablen, in einem Terminal oder in einem Debugger: Es wird eine Ausführungsumgebung der Funktion. Jeder Runtime-Client, der bei Lambda arbeitet, arbeitet auch hier, in jeder Sprache.</translation>
    </message>
    <message>
        <source>&amp;Function</source>
        <translation>&amp;Funktion</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>In a shell</source>
        <translation>In einer Shell</translation>
    </message>
    <message>
        <source>A debugger of a language holds the handler without stopping its process: from outside it only looks asleep. A process that is stopped outright keeps its deadline either way.</source>
        <translation>Der Debugger einer Sprache hält den Handler an, ohne den Prozess zu stoppen: Von außen sieht er nur schlafend aus. Bei einem Prozess, der ganz gestoppt ist, wartet die Frist in jedem Fall.</translation>
    </message>
    <message>
        <source>Cut off, and close the port</source>
        <translation>Trennen und den Port schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>The port cannot be opened: %1</source>
        <translation>Der Port kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>Nothing is attached to %1 yet.</source>
        <translation>An %1 ist noch nichts angeschlossen.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::Bench</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Test event</source>
        <translation>Test-Event</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Timeline + Concurrency</source>
        <translation>Zeitachse + Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>CloudWatch</source>
        <translation>CloudWatch</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debuggen</translation>
    </message>
</context>
<context>
    <name>coldstart::window::CommandPalette</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Type a command, for example &quot;test&quot; or &quot;dark&quot;</source>
        <translation>Einen Befehl tippen, zum Beispiel „test“ oder „dunkel“</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>coldstart::window::FidelityDialog</name>
    <message>
        <source>What is simulated, and what is not</source>
        <translation>Was simuliert wird, und was nicht</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Every rule</source>
        <translation>Jede Regel</translation>
    </message>
    <message>
        <source>Search in rules, sources and tests</source>
        <translation>In Regeln, Quellen und Tests suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>%1 of %2 rules shown. Of all, %3 are verified, %4 remembered, %5 simplified. Enter opens a rule&apos;s source.</source>
        <translation>%1 von %2 Regeln gezeigt. Von allen sind %3 belegt, %4 aus dem Gedächtnis, %5 vereinfacht. Enter öffnet die Quelle einer Regel.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::LoadRow</name>
    <message>
        <source>&quot;%1&quot; is not a number of requests. Write a whole number from 1.</source>
        <translation>„%1“ ist keine Zahl von Anfragen. Gebraucht wird eine ganze Zahl ab 1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a rate. Write requests per second, such as 0.9.</source>
        <translation>„%1“ ist keine Rate. Gebraucht werden Anfragen pro Sekunde, wie 0.9.</translation>
    </message>
    <message>
        <source>Fill in how the requests arrive.</source>
        <translation>Bitte ausfüllen, wie die Anfragen eintreffen.</translation>
    </message>
    <message>
        <source>%1 (trigger)</source>
        <translation>%1 (Trigger)</translation>
    </message>
    <message>
        <source>and waits for the answer</source>
        <translation>und wartet auf die Antwort</translation>
    </message>
    <message>
        <source>as an event</source>
        <translation>als Event</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Event</translation>
    </message>
    <message>
        <source>Remove this load</source>
        <translation>Diese Last entfernen</translation>
    </message>
</context>
<context>
    <name>coldstart::window::MainWindow</name>
    <message>
        <source>%1 was changed by another program, and it has edits here. Nothing was lost.</source>
        <translation>%1 wurde von einem anderen Programm geändert, und hier gibt es Änderungen. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Take the one from the disk</source>
        <translation>Die vom Datenträger übernehmen</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Coldstart ended unexpectedly while this project had unsaved changes. They were kept.</source>
        <translation>Coldstart endete unerwartet, während dieses Projekt ungespeicherte Änderungen hatte. Sie wurden behalten.</translation>
    </message>
    <message>
        <source>Restore them</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Do not run it</source>
        <translation>Nicht starten</translation>
    </message>
    <message>
        <source>The run was stopped. What had been simulated by then is shown.</source>
        <translation>Der Lauf wurde angehalten. Gezeigt wird, was bis dahin simuliert war.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>%1 has unsaved changes.</source>
        <translation>%1 hat ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>This is a sample and stays as it is. Save your version to a folder of yours.</source>
        <translation>Dies ist ein Beispiel und bleibt, wie es ist. Die eigene Fassung gehört in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Save to…</source>
        <translation>Speichern in…</translation>
    </message>
    <message>
        <source>Save the project to</source>
        <translation>Projekt speichern in</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>SAM templates (template.json template.yaml template.yml *.json *.yaml *.yml)</source>
        <translation>SAM-Templates (template.json template.yaml template.yml *.json *.yaml *.yml)</translation>
    </message>
    <message>
        <source>The language changes when Coldstart is started again.</source>
        <translation>Die Sprache wechselt, wenn Coldstart neu gestartet wird.</translation>
    </message>
    <message>
        <source>Coldstart</source>
        <translation>Coldstart</translation>
    </message>
    <message>
        <source>%1[*] — Coldstart</source>
        <translation>%1[*] — Coldstart</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open the first &amp;sample</source>
        <translation>Das erste &amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>The samples were not found. They belong beside the program, in share/coldstart/samples.</source>
        <translation>Die Beispiele wurden nicht gefunden. Sie gehören neben das Programm, nach share/coldstart/samples.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;to another folder…</source>
        <translation>In einen &amp;anderen Ordner speichern…</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>Befehls&amp;palette…</translation>
    </message>
    <message>
        <source>Layout &amp;Write: code, event, logs</source>
        <translation>Layout &amp;Schreiben: Code, Event, Logs</translation>
    </message>
    <message>
        <source>Layout W&amp;atch: stage and metrics</source>
        <translation>Layout &amp;Zusehen: Bühne und Metriken</translation>
    </message>
    <message>
        <source>Layout &amp;Teach: large, for a projector</source>
        <translation>Layout &amp;Lehren: groß, für den Projektor</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>Layout &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Go to Code</source>
        <translation>Zum Code gehen</translation>
    </message>
    <message>
        <source>Go to Configuration</source>
        <translation>Zur Konfiguration gehen</translation>
    </message>
    <message>
        <source>Go to Permissions</source>
        <translation>Zu den Berechtigungen gehen</translation>
    </message>
    <message>
        <source>Go to Test event</source>
        <translation>Zum Test-Event gehen</translation>
    </message>
    <message>
        <source>Go to Flow</source>
        <translation>Zum Fluss gehen</translation>
    </message>
    <message>
        <source>Go to Timeline</source>
        <translation>Zur Zeitachse gehen</translation>
    </message>
    <message>
        <source>Go to Concurrency</source>
        <translation>Zur Gleichzeitigkeit gehen</translation>
    </message>
    <message>
        <source>Go to Logs</source>
        <translation>Zu den Logs gehen</translation>
    </message>
    <message>
        <source>Go to Metrics</source>
        <translation>Zu den Metriken gehen</translation>
    </message>
    <message>
        <source>Go to Bill</source>
        <translation>Zur Rechnung gehen</translation>
    </message>
    <message>
        <source>Go to Explain</source>
        <translation>Zur Erklärung gehen</translation>
    </message>
    <message>
        <source>Go to Project</source>
        <translation>Zum Projekt gehen</translation>
    </message>
    <message>
        <source>Next pa&amp;ne</source>
        <translation>Nächster Be&amp;reich</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>Change between light and &amp;dark</source>
        <translation>Zwischen hell und &amp;dunkel wechseln</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>Run the s&amp;cenario</source>
        <translation>Das S&amp;zenario starten</translation>
    </message>
    <message>
        <source>&amp;New scenario…</source>
        <translation>&amp;Neues Szenario…</translation>
    </message>
    <message>
        <source>&amp;Edit the scenario…</source>
        <translation>Das Szenario &amp;bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abs&amp;pielen oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Step to what happens next</source>
        <translation>&amp;Vor zum nächsten Geschehen</translation>
    </message>
    <message>
        <source>Step &amp;back to what happened before</source>
        <translation>Zu&amp;rück zum vorigen Geschehen</translation>
    </message>
    <message>
        <source>Go to the start of the run</source>
        <translation>An den Anfang des Laufs gehen</translation>
    </message>
    <message>
        <source>Go to the end of the run</source>
        <translation>Ans Ende des Laufs gehen</translation>
    </message>
    <message>
        <source>Show the &amp;whole run</source>
        <translation>Den &amp;ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>Let 10 &amp;minutes pass</source>
        <translation>10 &amp;Minuten vergehen lassen</translation>
    </message>
    <message>
        <source>Forget the en&amp;vironments: the next Test is cold</source>
        <translation>Die &amp;Umgebungen vergessen: der nächste Test ist kalt</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;What is simulated, and what is not</source>
        <translation>&amp;Was simuliert wird, und was nicht</translation>
    </message>
    <message>
        <source>&amp;About Coldstart</source>
        <translation>Ü&amp;ber Coldstart</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No project was opened yet</source>
        <translation>Noch wurde kein Projekt geöffnet</translation>
    </message>
    <message>
        <source>Open a sa&amp;mple</source>
        <translation>Ein Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Reading %1 (%2)…</source>
        <translation>%1 (%2) wird gelesen …</translation>
    </message>
    <message>
        <source>Go to What if</source>
        <translation>Zu Was wäre, wenn gehen</translation>
    </message>
    <message>
        <source>Stopped: every process has ended. The next Test starts afresh.</source>
        <translation>Angehalten: Alle Prozesse sind beendet. Der nächste Test beginnt von vorn.</translation>
    </message>
    <message>
        <source>Send a &amp;burst of live requests…</source>
        <translation>Einen &amp;Schwall von Live-Anfragen senden…</translation>
    </message>
    <message>
        <source>Change between simulated and &amp;live</source>
        <translation>Zwischen simuliert und &amp;live wechseln</translation>
    </message>
    <message>
        <source>St&amp;op what runs</source>
        <translation>A&amp;nhalten, was läuft</translation>
    </message>
    <message>
        <source>Live: Test runs your handler on this machine, in a sandbox (bubblewrap).</source>
        <translation>Live: Test führt Ihren Handler auf diesem Rechner aus, in einer Sandbox (bubblewrap).</translation>
    </message>
    <message>
        <source>Live: Test runs your handler on this machine with resource limits only. Install bubblewrap for a sandbox.</source>
        <translation>Live: Test führt Ihren Handler auf diesem Rechner aus, nur mit Ressourcengrenzen. Für eine Sandbox installieren Sie bubblewrap.</translation>
    </message>
    <message>
        <source>Burst of live requests</source>
        <translation>Schwall von Live-Anfragen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>How many requests are sent to %1 at the same moment? Each is a process of its own where Lambda&apos;s rules
start an environment. This machine runs at most %2 at once; the others wait for a place on it first.
That limit is this machine&apos;s, not Lambda&apos;s. Settings changes it.</source>
        <translation>Wie viele Anfragen gehen im selben Moment an %1? Jede ist ein eigener Prozess, wo Lambdas Regeln
eine Umgebung starten. Dieser Rechner führt höchstens %2 zugleich aus; die übrigen warten zuerst auf einen Platz.
Diese Grenze ist die des Rechners, nicht die von Lambda. Sie steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Measure the &amp;handler, then simulate it…</source>
        <translation>Den &amp;Handler messen, dann simulieren …</translation>
    </message>
    <message>
        <source>The work model of %1 is now what was measured: Test and scenarios play it.</source>
        <translation>Das Arbeitsmodell von %1 ist jetzt das Gemessene: Test und Szenarien spielen es.</translation>
    </message>
    <message>
        <source>This scenario would make about %1 requests. Figures will be exact, but only 20 million requests at a time can be shown one by one. You can stop it at any time.</source>
        <translation>Dieses Szenario würde etwa %1 Anfragen stellen. Die Zahlen werden genau sein, aber nur 20 Millionen Anfragen auf einmal lassen sich einzeln zeigen. Sie können es jederzeit anhalten.</translation>
    </message>
    <message>
        <source>Show the requests of this range</source>
        <translation>Anfragen dieses Abschnitts zeigen</translation>
    </message>
    <message>
        <source>Test with the &amp;debugger</source>
        <translation>Mit dem &amp;Debugger testen</translation>
    </message>
    <message>
        <source>&amp;Export deployment package…</source>
        <translation>Bereitstellungspaket &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Import deployment package…</source>
        <translation>Bereitstellungspaket &amp;importieren …</translation>
    </message>
    <message>
        <source>Deployment packages (*.zip)</source>
        <translation>Bereitstellungspakete (*.zip)</translation>
    </message>
    <message>
        <source>There are unsaved edits, and a deployment package is about the files on disk. Save them first.</source>
        <translation>Es gibt ungespeicherte Änderungen, und ein Bereitstellungspaket betrifft die Dateien auf der Festplatte. Speichern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Export the deployment package of %1</source>
        <translation>Bereitstellungspaket von %1 exportieren</translation>
    </message>
    <message>
        <source>The deployment package of %1 is in %2: %3 bytes, %4 unzipped. CodeSha256: %5</source>
        <translation>Das Bereitstellungspaket von %1 ist in %2: %3 Byte, %4 entpackt. CodeSha256: %5</translation>
    </message>
    <message>
        <source>Import a deployment package</source>
        <translation>Bereitstellungspaket importieren</translation>
    </message>
    <message>
        <source>Replace the code of %1? Everything in %2 is deleted, and the files of %3 take its place. This cannot be undone.</source>
        <translation>Den Code von %1 ersetzen? Alles in %2 wird gelöscht, und die Dateien aus %3 treten an seine Stelle. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The code of %1 is now that of the package: %2 files, %3 bytes.</source>
        <translation>Der Code von %1 ist jetzt der des Pakets: %2 Dateien, %3 Byte.</translation>
    </message>
    <message>
        <source>Attach your own &amp;process…</source>
        <translation>Eigenen &amp;Prozess anschließen …</translation>
    </message>
</context>
<context>
    <name>coldstart::window::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Folder for new projects</source>
        <translation>Ordner für neue Projekte</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>Im Ordner</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Give the project a name that can be a folder&apos;s name.</source>
        <translation>Das Projekt braucht einen Namen, der auch der eines Ordners sein kann.</translation>
    </message>
    <message>
        <source>%1 exists and is not empty. Choose another name.</source>
        <translation>%1 gibt es schon und ist nicht leer. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Will be made: %1</source>
        <translation>Angelegt wird: %1</translation>
    </message>
</context>
<context>
    <name>coldstart::window::ProfileDialog</name>
    <message>
        <source>%1 in the middle, from %2 to %3</source>
        <translation>%1 in der Mitte, von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 in the middle, 99 of 100 below %2</source>
        <translation>%1 in der Mitte, 99 von 100 unter %2</translation>
    </message>
    <message>
        <source>Measure %1, then simulate it</source>
        <translation>%1 messen, dann simulieren</translation>
    </message>
    <message>
        <source>The handler runs on this machine, so many times cold and so many times warm with each chosen event. What is measured becomes the work that the simulator plays: its times, its memory, its errors, the lines that it prints and its answer.</source>
        <translation>Der Handler läuft auf diesem Rechner, so oft kalt und so oft warm mit jedem gewählten Event. Was gemessen wird, ist danach die Arbeit, die der Simulator spielt: seine Zeiten, sein Speicher, seine Fehler, die Zeilen, die er ausgibt, und seine Antwort.</translation>
    </message>
    <message>
        <source>Test events</source>
        <translation>Test-Events</translation>
    </message>
    <message>
        <source>Cold starts with each</source>
        <translation>Kaltstarts mit jedem</translation>
    </message>
    <message>
        <source>Warm invocations with each</source>
        <translation>Warme Aufrufe mit jedem</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Write into the work model</source>
        <translation>Ins Arbeitsmodell schreiben</translation>
    </message>
    <message>
        <source>Test events to measure with</source>
        <translation>Test-Events, mit denen gemessen wird</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>First invocation</source>
        <translation>Erster Aufruf</translation>
    </message>
    <message>
        <source>Later invocations</source>
        <translation>Spätere Aufrufe</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Benutzter Speicher</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Lines per invocation</source>
        <translation>Zeilen je Aufruf</translation>
    </message>
    <message>
        <source>Measured on this machine, whose processor is not Lambda&apos;s.</source>
        <translation>Gemessen auf diesem Rechner, dessen Prozessor nicht der von Lambda ist.</translation>
    </message>
    <message>
        <source>Work model of %1 as measured</source>
        <translation>Arbeitsmodell von %1 wie gemessen</translation>
    </message>
</context>
<context>
    <name>coldstart::window::ProjectPage</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>&amp;Add a function</source>
        <translation>Eine Funktion &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a function&apos;s logical id: CloudFormation allows letters and digits only.</source>
        <translation>„%1“ kann nicht die logische ID einer Funktion sein: CloudFormation erlaubt nur Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>There is already a resource named %1.</source>
        <translation>Eine Ressource namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>There is already a scenario named %1.</source>
        <translation>Ein Szenario namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 was removed from the template. Its code folder is still on the disk.</source>
        <translation>%1 wurde aus dem Template entfernt. Der Code-Ordner liegt noch auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>coldstart::window::RangeOffer</name>
    <message>
        <source>The %1 requests from %2 to %3 are shown one by one; the report counts all %4. Zoom to any other time to see its requests.</source>
        <translation>Die %1 Anfragen von %2 bis %3 werden einzeln gezeigt; der Bericht zählt alle %4. Zoomen Sie zu einer anderen Zeit, um deren Anfragen zu sehen.</translation>
    </message>
    <message>
        <source>Of the time in view not every request was kept.</source>
        <translation>Von der gezeigten Zeit wurde nicht jede Anfrage behalten.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::ReadOut</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>coldstart::window::RuleTable</name>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>coldstart::window::RunProgress</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Simulating…</source>
        <translation>Simuliert…</translation>
    </message>
    <message>
        <source>Simulating: %1 requests so far</source>
        <translation>Simuliert: bisher %1 Anfragen</translation>
    </message>
    <message>
        <source>%1 live requests are running</source>
        <translation>%1 Live-Anfragen laufen</translation>
    </message>
    <message>
        <source>A live request is running</source>
        <translation>Eine Live-Anfrage läuft</translation>
    </message>
    <message>
        <source>%1; %2 more wait for a place on this machine, which runs %3 at once. That limit is this machine&apos;s, not Lambda&apos;s.</source>
        <translation>%1; %2 weitere warten auf einen Platz auf diesem Rechner, der %3 zugleich ausführt. Diese Grenze ist die des Rechners, nicht die von Lambda.</translation>
    </message>
    <message>
        <source>The function&apos;s code is being built, as sam build would do it before it is deployed</source>
        <translation>Der Code der Funktion wird gebaut, wie sam build es vor dem Bereitstellen täte</translation>
    </message>
</context>
<context>
    <name>coldstart::window::ScenarioDialog</name>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>Scenario %1</source>
        <translation>Szenario %1</translation>
    </message>
    <message>
        <source>A time with a unit: 30s, 10m, 2h, 1d</source>
        <translation>Eine Zeit mit Einheit: 30s, 10m, 2h, 1d</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Runs for</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Add a load</source>
        <translation>Last hinzufügen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep and run</source>
        <translation>Behalten und starten</translation>
    </message>
    <message>
        <source>my-scenario</source>
        <translation>mein-szenario</translation>
    </message>
    <message>
        <source>Give the scenario a name.</source>
        <translation>Das Szenario braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is already a scenario named %1.</source>
        <translation>Ein Szenario namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Add at least one load: a scenario without requests shows nothing.</source>
        <translation>Es fehlt mindestens eine Last: Ein Szenario ohne Anfragen zeigt nichts.</translation>
    </message>
    <message>
        <source>Add scenario %1</source>
        <translation>Szenario %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change scenario %1</source>
        <translation>Szenario %1 ändern</translation>
    </message>
</context>
<context>
    <name>coldstart::window::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Show results at once, without playing the run</source>
        <translation>Ergebnisse sofort zeigen, ohne den Lauf abzuspielen</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>Change the account&apos;s concurrency</source>
        <translation>Gleichzeitigkeit des Kontos ändern</translation>
    </message>
    <message>
        <source>Account concurrency</source>
        <translation>Gleichzeitigkeit des Kontos</translation>
    </message>
    <message>
        <source>How many environments of all functions together may be busy at once in a Region. A new account has 1 000 and may ask AWS for more.</source>
        <translation>Wie viele Umgebungen aller Funktionen zusammen in einer Region gleichzeitig beschäftigt sein dürfen. Ein neues Konto hat 1 000 und kann bei AWS mehr beantragen.</translation>
    </message>
    <message>
        <source>Today&apos;s</source>
        <translation>Heutige</translation>
    </message>
    <message>
        <source>Until 2024</source>
        <translation>Bis 2024</translation>
    </message>
    <message>
        <source>Change the log style</source>
        <translation>Log-Stil ändern</translation>
    </message>
    <message>
        <source>Failure lines in logs</source>
        <translation>Fehlerzeilen in Logs</translation>
    </message>
    <message>
        <source>Another language is used when Coldstart is started again.</source>
        <translation>Eine andere Sprache gilt, sobald Coldstart neu gestartet wird.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Anfragen zugleich</translation>
    </message>
    <message>
        <source>How many handlers this machine runs at the same time; more wait for a place. Lambda knows no such limit.</source>
        <translation>Wie viele Handler dieser Rechner zugleich ausführt; weitere warten auf einen Platz. Lambda kennt keine solche Grenze.</translation>
    </message>
    <message>
        <source>Folders whose code may run</source>
        <translation>Ordner, deren Code laufen darf</translation>
    </message>
    <message>
        <source>Do not trust it any more</source>
        <translation>Nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Trusted folders</source>
        <translation>Vertraute Ordner</translation>
    </message>
    <message>
        <source>None yet. You are asked before code of a project runs.</source>
        <translation>Noch keine. Sie werden gefragt, bevor Code eines Projekts läuft.</translation>
    </message>
    <message>
        <source>Handlers may use the network</source>
        <translation>Handler dürfen das Netz benutzen</translation>
    </message>
    <message>
        <source>In a sandbox they have none unless this is set; it counts from the next cold start on.</source>
        <translation>In einer Sandbox haben sie keines, solange dies nicht gesetzt ist; es gilt ab dem nächsten Kaltstart.</translation>
    </message>
    <message>
        <source>Fast starts</source>
        <translation>Schnelle Starts</translation>
    </message>
    <message>
        <source>Interpreters of Python and Node.js wait ready, with the libraries that the handler&apos;s file imports, so cold starts are shorter than Lambda&apos;s. Leave this off to see what a cold start costs.</source>
        <translation>Interpreter von Python und Node.js stehen bereit, mit den Bibliotheken, die die Datei des Handlers importiert; Kaltstarts sind damit kürzer als bei Lambda. Ausgeschaltet zeigt sich, was ein Kaltstart kostet.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::TeachView</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>Press Test to send the first request, or run a scenario.</source>
        <translation>Mit Test die erste Anfrage schicken oder ein Szenario starten.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
</context>
<context>
    <name>coldstart::window::ToolStrip</name>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>How fast the run plays</source>
        <translation>Wie schnell der Lauf abgespielt wird</translation>
    </message>
    <message>
        <source>Simulated</source>
        <translation>Simuliert</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>playhead</source>
        <translation>Abspielmarke</translation>
    </message>
    <message>
        <source>environments busy</source>
        <translation>Umgebungen beschäftigt</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>throttled (429)</source>
        <translation>gedrosselt (429)</translation>
    </message>
    <message>
        <source>429s</source>
        <translation>429er</translation>
    </message>
    <message>
        <source>bill so far</source>
        <translation>Rechnung bisher</translation>
    </message>
    <message>
        <source>bill</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Zuerst ein Projekt öffnen.</translation>
    </message>
    <message>
        <source>max: as fast as possible</source>
        <translation>max: so schnell wie möglich</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>There is no run yet. Press Test, or run a scenario.</source>
        <translation>Es gibt noch keinen Lauf. Test drücken oder ein Szenario starten.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Send one request to %1 (F5)</source>
        <translation>Eine Anfrage an %1 schicken (F5)</translation>
    </message>
    <message>
        <source>Send %2 to %1 (F5)</source>
        <translation>%2 an %1 schicken (F5)</translation>
    </message>
    <message>
        <source>This project has no function. Add one in the project tree.</source>
        <translation>Dieses Projekt hat keine Funktion. Im Projektbaum lässt sich eine hinzufügen.</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Run a scenario: many requests over time</source>
        <translation>Ein Szenario starten: viele Anfragen über die Zeit</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>Szenario: %1</translation>
    </message>
    <message>
        <source>Test and scenarios are simulated: no code runs.</source>
        <translation>Test und Szenarien werden simuliert: Kein Code läuft.</translation>
    </message>
    <message>
        <source>around the handler</source>
        <translation>um den Handler</translation>
    </message>
    <message>
        <source>walls</source>
        <translation>Wände</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>Live runs your handler for real, in a process of its own.</source>
        <translation>Live führt Ihren Handler wirklich aus, in einem eigenen Prozess.</translation>
    </message>
    <message>
        <source>Limits only</source>
        <translation>Nur Grenzen</translation>
    </message>
    <message>
        <source>Run the handler of %1 on this machine (F5)</source>
        <translation>Den Handler von %1 auf diesem Rechner ausführen (F5)</translation>
    </message>
    <message>
        <source>Sandbox, fast</source>
        <translation>Sandbox, schnell</translation>
    </message>
    <message>
        <source>Limits only, fast</source>
        <translation>Nur Grenzen, schnell</translation>
    </message>
    <message>
        <source>Fast starts are on, as Settings say: interpreters are started ahead, and cold starts are shorter than Lambda&apos;s.</source>
        <translation>Schnelle Starts sind in den Einstellungen eingeschaltet: Interpreter werden im Voraus gestartet, und Kaltstarts sind kürzer als bei Lambda.</translation>
    </message>
</context>
<context>
    <name>coldstart::window::Welcome</name>
    <message>
        <source>Samples: each opens ready to run</source>
        <translation>Beispiele: jedes öffnet sich startbereit</translation>
    </message>
    <message>
        <source>See AWS Lambda work</source>
        <translation>AWS Lambda bei der Arbeit sehen</translation>
    </message>
    <message>
        <source>Coldstart is a workbench in which you write a function, send it an event, and watch its execution environments start cold, stay warm, get throttled and go away, with the logs, metrics and bill that the service would have produced. Everything runs on this machine; no AWS account is needed.</source>
        <translation>Coldstart ist eine Werkbank: eine Funktion schreiben, ihr ein Event schicken und zusehen, wie ihre Ausführungsumgebungen kalt starten, warm bleiben, gedrosselt werden und verschwinden, mit den Logs, Metriken und der Rechnung, die der Dienst erzeugt hätte. Alles läuft auf diesem Rechner; ein AWS-Konto ist nicht nötig.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
</context>
<context>
    <name>coldstart::window::trust</name>
    <message>
        <source>bubblewrap is not installed here or does not work, so there is no sandbox: the code can read and change whatever you can. Only its resources are limited, and it is not given your environment variables.</source>
        <translation>bubblewrap ist hier nicht installiert oder funktioniert nicht, also gibt es keine Sandbox: Der Code kann lesen und ändern, was Sie können. Nur seine Ressourcen sind begrenzt, und Ihre Umgebungsvariablen bekommt er nicht.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Run the code of this project?</source>
        <translation>Den Code dieses Projekts ausführen?</translation>
    </message>
    <message>
        <source>Live runs the code of this project on your machine, with your rights. Do you know where it comes from?</source>
        <translation>Live führt den Code dieses Projekts auf Ihrem Rechner aus, mit Ihren Rechten. Wissen Sie, woher er kommt?</translation>
    </message>
    <message>
        <source>What runs:
%1

%2

You are asked once for this folder. Settings lists the folders you trust and takes it back.</source>
        <translation>Was läuft:
%1

%2

Für diesen Ordner werden Sie nur einmal gefragt. Die Einstellungen nennen die Ordner, denen Sie vertrauen, und nehmen es zurück.</translation>
    </message>
    <message>
        <source>Trust this folder and run</source>
        <translation>Ordner vertrauen und ausführen</translation>
    </message>
    <message>
        <source>Do not run</source>
        <translation>Nicht ausführen</translation>
    </message>
    <message>
        <source>It runs in a sandbox (bubblewrap): it sees the system&apos;s programs and its own code, read-only, and has a /tmp of its own; your files and your credentials are out of its sight.</source>
        <translation>Er läuft in einer Sandbox (bubblewrap): Er sieht die Programme des Systems und seinen eigenen Code, nur lesend, und hat ein eigenes /tmp; Ihre Dateien und Zugangsdaten sieht er nicht.</translation>
    </message>
    <message>
        <source>The network is open to it, as Settings say.</source>
        <translation>Das Netz steht ihm offen, wie in den Einstellungen erlaubt.</translation>
    </message>
    <message>
        <source>It has no network; Settings can allow it.</source>
        <translation>Er hat kein Netz; die Einstellungen können es erlauben.</translation>
    </message>
</context>
<context>
    <name>command</name>
    <message>
        <source>%1 needs a value after it.</source>
        <translation>Nach %1 fehlt ein Wert.</translation>
    </message>
    <message>
        <source>schedule has no option --%1; it has --from, --count and --timezone.</source>
        <translation>schedule kennt die Option --%1 nicht; es gibt --from, --count und --timezone.</translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;; write a name such as Europe/Berlin or UTC.</source>
        <translation>Die Zeitzone „%1“ gibt es nicht; gebraucht wird ein Name wie Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>--count takes a whole number from 1 to 100000; &quot;%1&quot; is none.</source>
        <translation>--count erwartet eine ganze Zahl von 1 bis 100000; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>--from takes a time such as 2026-01-05T09:00:00Z; &quot;%1&quot; is none.</source>
        <translation>--from erwartet einen Zeitpunkt wie 2026-01-05T09:00:00Z; „%1“ ist keiner.</translation>
    </message>
    <message>
        <source>--window %1 is not a part of the run&apos;s time. Write where it begins and ends, such as 10m..20m.</source>
        <translation>--window %1 ist kein Teil der Zeit des Laufs. Schreiben Sie Anfang und Ende, etwa 10m..20m.</translation>
    </message>
</context>
<context>
    <name>configuration</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Always %1.</source>
        <translation>Immer %1.</translation>
    </message>
    <message>
        <source>Anything from %1 to %2 is equally likely.</source>
        <translation>Alles von %1 bis %2 ist gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>%1 on average: many are much shorter, 1 in 100 takes %2 or more.</source>
        <translation>Im Mittel %1: Viele sind viel kürzer, 1 von 100 dauert %2 oder länger.</translation>
    </message>
    <message>
        <source>Half take less than %1, 1 in 100 more than %2.</source>
        <translation>Die Hälfte dauert weniger als %1, 1 von 100 mehr als %2.</translation>
    </message>
    <message>
        <source>%1 measured values, each equally likely; the middle one is %2.</source>
        <translation>%1 gemessene Werte, jeder gleich wahrscheinlich; der mittlere ist %2.</translation>
    </message>
    <message>
        <source>%1 vCPU: a job that keeps one vCPU busy for 1 s takes %2.</source>
        <translation>%1 vCPU: Eine Arbeit, die eine vCPU 1 s lang beschäftigt, dauert %2.</translation>
    </message>
    <message>
        <source>A typical invocation here takes %1; one million of them cost %2 for compute and %3 for requests.</source>
        <translation>Ein typischer Aufruf dauert hier %1; eine Million davon kostet %2 für Rechenzeit und %3 für Anfragen.</translation>
    </message>
    <message>
        <source>/tmp of every environment, wiped with it. The first %1 MB are free.</source>
        <translation>/tmp jeder Umgebung, mit ihr gelöscht. Die ersten %1 MB sind frei.</translation>
    </message>
    <message>
        <source>/tmp of every environment, wiped with it. The %1 MB over %2 cost %3 for one million typical invocations.</source>
        <translation>/tmp jeder Umgebung, mit ihr gelöscht. Die %1 MB über %2 kosten %3 für eine Million typischer Aufrufe.</translation>
    </message>
    <message>
        <source>Lambda stops an invocation after %1. A typical one here takes %2, so most end as Task timed out.</source>
        <translation>Lambda bricht einen Aufruf nach %1 ab. Ein typischer dauert hier %2, deshalb enden die meisten als Task timed out.</translation>
    </message>
    <message>
        <source>Lambda stops an invocation after %1. A typical one here takes %2.</source>
        <translation>Lambda bricht einen Aufruf nach %1 ab. Ein typischer dauert hier %2.</translation>
    </message>
    <message>
        <source>AWS supports it until %1; functions that use it can be changed until %2.</source>
        <translation>AWS unterstützt sie bis %1; Funktionen, die sie benutzen, lassen sich bis %2 ändern.</translation>
    </message>
    <message>
        <source>What Lambda calls for every request.</source>
        <translation>Was Lambda für jede Anfrage aufruft.</translation>
    </message>
    <message>
        <source>For every request Lambda calls %1 in the file %2.</source>
        <translation>Für jede Anfrage ruft Lambda %1 in der Datei %2 auf.</translation>
    </message>
    <message>
        <source>A GB of memory in use for an hour costs %1 on %2 and %3 on %4.</source>
        <translation>Ein GB Speicher kostet je Stunde Benutzung %1 auf %2 und %3 auf %4.</translation>
    </message>
    <message>
        <source>Shares the %1 of %2 that no function has reserved, with every other function that reserves none.</source>
        <translation>Teilt sich die %1 von %2, die keine Funktion reserviert hat, mit jeder anderen Funktion, die nichts reserviert.</translation>
    </message>
    <message>
        <source>0 switches the function off: every request is throttled (429).</source>
        <translation>0 schaltet die Funktion ab: Jede Anfrage wird gedrosselt (429).</translation>
    </message>
    <message>
        <source>%1 of %2 taken from the account, %3 left; at least %4 must stay unreserved. Up to %5 requests a second (%6 for each).</source>
        <translation>%1 von %2 des Kontos genommen, %3 übrig; mindestens %4 müssen unreserviert bleiben. Bis zu %5 Anfragen pro Sekunde (je %6).</translation>
    </message>
    <message>
        <source>None: an environment is started when a request needs one, and that request waits for its init.</source>
        <translation>Keine: Eine Umgebung startet, wenn eine Anfrage sie braucht, und diese Anfrage wartet auf ihren Init.</translation>
    </message>
    <message>
        <source>%1 environments are kept initialised for %2 requests a second, at %3 an hour whether they are used or not. What exceeds them starts cold.</source>
        <translation>%1 Umgebungen werden für %2 Anfragen pro Sekunde initialisiert gehalten, für %3 je Stunde, benutzt oder nicht. Was darüber hinausgeht, startet kalt.</translation>
    </message>
    <message>
        <source>No version is published; requests go to $LATEST, which cannot be provisioned.</source>
        <translation>Keine Version ist veröffentlicht; Anfragen gehen an $LATEST, und dafür lässt sich nichts bereitstellen.</translation>
    </message>
    <message>
        <source>Every deployment publishes a version, and %1 points to it.</source>
        <translation>Jedes Deployment veröffentlicht eine Version, und %1 zeigt darauf.</translation>
    </message>
    <message>
        <source>A failing event is tried once.</source>
        <translation>Ein fehlschlagendes Event wird einmal versucht.</translation>
    </message>
    <message>
        <source>A failing event is tried twice: at once and after 1 minute.</source>
        <translation>Ein fehlschlagendes Event wird zweimal versucht: sofort und nach 1 Minute.</translation>
    </message>
    <message>
        <source>A failing event is tried three times: at once, after 1 minute and after 2 more.</source>
        <translation>Ein fehlschlagendes Event wird dreimal versucht: sofort, nach 1 Minute und nach 2 weiteren.</translation>
    </message>
    <message>
        <source>A throttled event goes back to the queue and is tried again for up to %1, then dropped.</source>
        <translation>Ein gedrosseltes Event geht zurück in die Warteschlange und wird bis zu %1 lang wieder versucht, dann verworfen.</translation>
    </message>
    <message>
        <source>None: an event that fails for good is lost without a trace.</source>
        <translation>Keine: Ein Event, das endgültig fehlschlägt, ist spurlos verloren.</translation>
    </message>
    <message>
        <source>Every line is a JSON object, and the two levels below decide which are written.</source>
        <translation>Jede Zeile ist ein JSON-Objekt, und die beiden Stufen darunter entscheiden, welche geschrieben werden.</translation>
    </message>
    <message>
        <source>Plain lines: START, END and REPORT, and what the handler prints.</source>
        <translation>Einfache Zeilen: START, END und REPORT und was der Handler ausgibt.</translation>
    </message>
    <message>
        <source>Levels need the JSON format.</source>
        <translation>Stufen brauchen das Format JSON.</translation>
    </message>
    <message>
        <source>Lambda writes to /aws/lambda/%1.</source>
        <translation>Lambda schreibt nach /aws/lambda/%1.</translation>
    </message>
    <message>
        <source>A group of its own may be shared by several functions.</source>
        <translation>Eine eigene Gruppe können sich mehrere Funktionen teilen.</translation>
    </message>
    <message>
        <source>The part of the work that waits for the processor and takes longer below 1 769 MB: a typical %1 becomes %2 at %3 MB.</source>
        <translation>Der Teil der Arbeit, der auf den Prozessor wartet und unter 1 769 MB länger dauert: Typische %1 werden bei %3 MB zu %2.</translation>
    </message>
    <message>
        <source>No invocation ends in a handler error.</source>
        <translation>Kein Aufruf endet mit einem Fehler des Handlers.</translation>
    </message>
    <message>
        <source>About %1 of 10 000 invocations end in a handler error.</source>
        <translation>Etwa %1 von 10 000 Aufrufen enden mit einem Fehler des Handlers.</translation>
    </message>
    <message>
        <source>What REPORT shows as Max Memory Used; %1 of %2 MB here.</source>
        <translation>Was REPORT als Max Memory Used zeigt; hier %1 von %2 MB.</translation>
    </message>
    <message>
        <source>AWS does not say how long it keeps an idle environment.</source>
        <translation>AWS sagt nicht, wie lange es eine freie Umgebung behält.</translation>
    </message>
    <message>
        <source>Environments are not replaced for their age.</source>
        <translation>Umgebungen werden nicht wegen ihres Alters ersetzt.</translation>
    </message>
    <message>
        <source>AWS replaces environments now and then; it does not say when.</source>
        <translation>AWS ersetzt Umgebungen von Zeit zu Zeit; wann, sagt es nicht.</translation>
    </message>
    <message>
        <source>At most %1 environments of all functions are busy at once, and %2 of them are not reserved. A synchronous caller gets up to %3 requests a second.</source>
        <translation>Höchstens %1 Umgebungen aller Funktionen sind gleichzeitig beschäftigt, und %2 davon sind nicht reserviert. Ein synchroner Aufrufer bekommt bis zu %3 Anfragen pro Sekunde.</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>a policy of its own ARN</source>
        <translation>eine Policy mit eigenem ARN</translation>
    </message>
    <message>
        <source>a managed policy of AWS</source>
        <translation>eine von AWS verwaltete Policy</translation>
    </message>
    <message>
        <source>computed by the template</source>
        <translation>vom Template berechnet</translation>
    </message>
    <message>
        <source>for the bucket %1</source>
        <translation>für den Bucket %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>for the topic %1</source>
        <translation>für das Topic %1</translation>
    </message>
    <message>
        <source>Lambda polls the queue %1 with the execution role: it needs sqs:ReceiveMessage, sqs:DeleteMessage and sqs:GetQueueAttributes.</source>
        <translation>Lambda fragt die Queue %1 mit der Ausführungsrolle ab: Sie braucht sqs:ReceiveMessage, sqs:DeleteMessage und sqs:GetQueueAttributes.</translation>
    </message>
    <message>
        <source>Function URL</source>
        <translation>Function URL</translation>
    </message>
    <message>
        <source>by lambda:InvokeFunctionUrl</source>
        <translation>durch lambda:InvokeFunctionUrl</translation>
    </message>
    <message>
        <source>It runs with the role %1, whatever that one allows.</source>
        <translation>Sie läuft mit der Rolle %1, was immer diese erlaubt.</translation>
    </message>
    <message>
        <source>SAM makes a role for this function: it may write its logs, and what is listed here.</source>
        <translation>SAM legt für diese Funktion eine Rolle an: Sie darf ihre Logs schreiben, und was hier steht.</translation>
    </message>
    <message>
        <source>The template names no role; AWS refuses to create the function without one.</source>
        <translation>Das Template nennt keine Rolle; ohne sie legt AWS die Funktion nicht an.</translation>
    </message>
    <message>
        <source>by the resource %1: %2</source>
        <translation>durch die Ressource %1: %2</translation>
    </message>
    <message>
        <source>Lambda reads the stream %1 with the execution role: it needs the stream&apos;s GetRecords, GetShardIterator and DescribeStream.</source>
        <translation>Lambda liest den Stream %1 mit der Ausführungsrolle: Sie braucht GetRecords, GetShardIterator und DescribeStream des Streams.</translation>
    </message>
    <message>
        <source>An event that fails for good goes to %1, as it was.</source>
        <translation>Ein Ereignis, das endgültig fehlschlägt, geht so, wie es war, an %1.</translation>
    </message>
    <message>
        <source>None: only the destination below is told.</source>
        <translation>Keine: Nur das Ziel darunter erfährt davon.</translation>
    </message>
    <message>
        <source>None: nobody is told which event failed for good, and why.</source>
        <translation>Keines: Niemand erfährt, welches Event endgültig fehlschlug und warum.</translation>
    </message>
    <message>
        <source>A record of each event that fails for good goes to %1: the event, the answer, and how often it was tried.</source>
        <translation>Ein Bericht über jedes Event, das endgültig fehlschlägt, geht an %1: das Event, die Antwort und wie oft es versucht wurde.</translation>
    </message>
    <message>
        <source>None: what the handler answers to an event is heard by nobody.</source>
        <translation>Keines: Was der Handler auf ein Event antwortet, hört niemand.</translation>
    </message>
    <message>
        <source>A record of each event that succeeds goes to %1, with the handler&apos;s answer.</source>
        <translation>Ein Bericht über jedes Event, das gelingt, geht an %1, mit der Antwort des Handlers.</translation>
    </message>
</context>
<context>
    <name>editor</name>
    <message>
        <source>array of %1</source>
        <translation>Liste von %1</translation>
    </message>
    <message>
        <source>the first of %1</source>
        <translation>das erste von %1</translation>
    </message>
    <message>
        <source>Milliseconds left before the function times out; never negative.</source>
        <translation>Millisekunden bis zum Timeout der Funktion; nie negativ.</translation>
    </message>
    <message>
        <source>The request id: the same in every retry of one event.</source>
        <translation>Die Request-ID: bei jeder Wiederholung eines Events dieselbe.</translation>
    </message>
    <message>
        <source>The function&apos;s name.</source>
        <translation>Der Name der Funktion.</translation>
    </message>
    <message>
        <source>The version that runs: $LATEST or a number.</source>
        <translation>Die laufende Version: $LATEST oder eine Zahl.</translation>
    </message>
    <message>
        <source>The ARN the caller used; ends in the alias or version if there was one.</source>
        <translation>Der ARN, den der Aufrufer benutzte; er endet mit Alias oder Version, falls angegeben.</translation>
    </message>
    <message>
        <source>The configured memory in MB, as text.</source>
        <translation>Der eingestellte Speicher in MB, als Text.</translation>
    </message>
    <message>
        <source>The log group of the function.</source>
        <translation>Die Log-Gruppe der Funktion.</translation>
    </message>
    <message>
        <source>The log stream of this execution environment.</source>
        <translation>Der Log-Stream dieser Ausführungsumgebung.</translation>
    </message>
    <message>
        <source>Who called, when a mobile app called through Cognito.</source>
        <translation>Wer aufrief, wenn eine App über Cognito aufrief.</translation>
    </message>
    <message>
        <source>What the calling app said about itself (synchronous calls only).</source>
        <translation>Was die aufrufende App über sich sagte (nur bei synchronen Aufrufen).</translation>
    </message>
    <message>
        <source>The tenant of the request, when tenant isolation is on.</source>
        <translation>Der Mandant der Anfrage, wenn Mandantentrennung eingeschaltet ist.</translation>
    </message>
    <message>
        <source>false answers at once and freezes what is still in the event loop.</source>
        <translation>false antwortet sofort und friert ein, was noch in der Event-Loop ist.</translation>
    </message>
    <message>
        <source>Sent by the AWS Mobile SDK.</source>
        <translation>Vom AWS Mobile SDK gesendet.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Einfacher Text</translation>
    </message>
    <message>
        <source>This is not JSON yet: %1.</source>
        <translation>Das ist noch kein JSON: %1.</translation>
    </message>
    <message>
        <source>This comment is never closed.</source>
        <translation>Dieser Kommentar wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This regular expression is never closed.</source>
        <translation>Dieser reguläre Ausdruck wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This string is never closed.</source>
        <translation>Diese Zeichenkette wird nie geschlossen.</translation>
    </message>
    <message>
        <source>Nothing is open that this %1 could close.</source>
        <translation>Es ist nichts offen, was dieses %1 schließen könnte.</translation>
    </message>
    <message>
        <source>This %1 does not match the %2 opened on line %3.</source>
        <translation>Dieses %1 passt nicht zu dem %2, das in Zeile %3 geöffnet wurde.</translation>
    </message>
    <message>
        <source>This %1 is never closed: a %2 is missing.</source>
        <translation>Dieses %1 wird nie geschlossen: Es fehlt ein %2.</translation>
    </message>
    <message>
        <source>A colon is missing at the end of this %1 line.</source>
        <translation>Am Ende dieser Zeile mit %1 fehlt ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>One = assigns; to compare, write ==.</source>
        <translation>Ein = weist zu; zum Vergleichen gehört == hierher.</translation>
    </message>
    <message>
        <source>This line is indented with tabs and spaces mixed; use one of them.</source>
        <translation>Diese Zeile ist mit Tabs und Leerzeichen gemischt eingerückt; nur eines von beiden verwenden.</translation>
    </message>
    <message>
        <source>The line that ends with a colon on line %1 needs an indented line after it.</source>
        <translation>Auf Zeile %1, die mit einem Doppelpunkt endet, muss eine eingerückte Zeile folgen.</translation>
    </message>
    <message>
        <source>This line is indented, but no line before it opens a block.</source>
        <translation>Diese Zeile ist eingerückt, aber keine Zeile davor öffnet einen Block.</translation>
    </message>
    <message>
        <source>This indentation matches no line above it.</source>
        <translation>Diese Einrückung passt zu keiner Zeile darüber.</translation>
    </message>
    <message>
        <source>This colon opens a block, but nothing follows it.</source>
        <translation>Dieser Doppelpunkt öffnet einen Block, aber es folgt nichts.</translation>
    </message>
    <message>
        <source>The condition after %1 needs a ( before it.</source>
        <translation>Vor der Bedingung nach %1 fehlt eine (.</translation>
    </message>
    <message>
        <source>This regular expression is not complete: %1.</source>
        <translation>Dieser reguläre Ausdruck ist nicht vollständig: %1.</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>%1 has no field %2. Did you mean %3?</source>
        <translation>%1 hat kein Feld %2. War %3 gemeint?</translation>
    </message>
    <message>
        <source>%1 has no fields, so not %2 either.</source>
        <translation>%1 hat keine Felder, also auch nicht %2.</translation>
    </message>
    <message>
        <source>%1 has no field %2. It has %3.</source>
        <translation>%1 hat kein Feld %2. Es gibt %3.</translation>
    </message>
    <message>
        <source>%1 is not valid UTF-8 text.</source>
        <translation>%1 ist kein gültiger UTF-8-Text.</translation>
    </message>
    <message>
        <source>%1 takes a whole number; &quot;%2&quot; is none.</source>
        <translation>%1 erwartet eine ganze Zahl; „%2“ ist keine.</translation>
    </message>
    <message>
        <source>%1 takes one of %2; &quot;%3&quot; is none of them.</source>
        <translation>%1 erwartet eines von %2; „%3“ ist nicht darunter.</translation>
    </message>
    <message>
        <source>%1 takes JSON, such as %3; &quot;%2&quot; cannot be read.</source>
        <translation>%1 erwartet JSON, zum Beispiel %3; „%2“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The event has no place for --%1: what stands there is of another shape. Change it in the JSON.</source>
        <translation>Das Event hat keinen Platz für --%1: Was dort steht, ist anders gebaut. Im JSON lässt es sich ändern.</translation>
    </message>
    <message>
        <source>The event is nested more than %1 levels deep.</source>
        <translation>Das Event ist mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The event is not JSON yet: look at line %1, column %2.</source>
        <translation>Das Event ist noch kein JSON: Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>The event holds a number that is too large.</source>
        <translation>Das Event enthält eine zu große Zahl.</translation>
    </message>
    <message>
        <source>SNS notification</source>
        <translation>SNS-Benachrichtigung</translation>
    </message>
    <message>
        <source>SQS message</source>
        <translation>SQS-Nachricht</translation>
    </message>
    <message>
        <source>EventBridge event</source>
        <translation>EventBridge-Event</translation>
    </message>
    <message>
        <source>Events can be wrapped in sns, sqs and eventbridge, not in &quot;%1&quot;.</source>
        <translation>Events lassen sich in sns, sqs und eventbridge einpacken, nicht in „%1“.</translation>
    </message>
    <message>
        <source>EventBridge carries only JSON objects, and this event is none.</source>
        <translation>EventBridge befördert nur JSON-Objekte, und dieses Event ist keines.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>The first part of every ARN; aws-cn in China.</source>
        <translation>Der erste Teil jedes ARN; in China aws-cn.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>S3 sends it URL-encoded.</source>
        <translation>S3 sendet ihn URL-kodiert.</translation>
    </message>
    <message>
        <source>Real S3 events say eventVersion 2.1; SAM&apos;s templates still say 2.0.</source>
        <translation>Echte S3-Events nennen eventVersion 2.1; die Vorlagen von SAM sagen noch 2.0.</translation>
    </message>
    <message>
        <source>S3 · object created (put)</source>
        <translation>S3 · Objekt angelegt (put)</translation>
    </message>
    <message>
        <source>Size in bytes</source>
        <translation>Größe in Byte</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>S3 · object removed (delete)</source>
        <translation>S3 · Objekt gelöscht (delete)</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>Gelöscht von</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Without the slash it begins with.</source>
        <translation>Ohne den Schrägstrich am Anfang.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Base64 in the event while isBase64Encoded is true.</source>
        <translation>Base64 im Event, solange isBase64Encoded true ist.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>DNS suffix</source>
        <translation>DNS-Suffix</translation>
    </message>
    <message>
        <source>API Gateway · REST API (aws-proxy)</source>
        <translation>API Gateway · REST-API (aws-proxy)</translation>
    </message>
    <message>
        <source>Query string</source>
        <translation>Query-String</translation>
    </message>
    <message>
        <source>A JSON object, or null for none.</source>
        <translation>Ein JSON-Objekt, oder null für keines.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>API Gateway · HTTP API (http-api-proxy)</source>
        <translation>API Gateway · HTTP-API (http-api-proxy)</translation>
    </message>
    <message>
        <source>SNS · notification</source>
        <translation>SNS · Benachrichtigung</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Always text; a JSON message arrives as a string.</source>
        <translation>Immer Text; eine JSON-Nachricht kommt als Zeichenkette an.</translation>
    </message>
    <message>
        <source>SQS · message (receive-message)</source>
        <translation>SQS · Nachricht (receive-message)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Always text; md5OfBody is computed from it.</source>
        <translation>Immer Text; md5OfBody wird daraus berechnet.</translation>
    </message>
    <message>
        <source>EventBridge · schedule (scheduled-event)</source>
        <translation>EventBridge · Zeitplan (scheduled-event)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>EventBridge · EC2 instance state change</source>
        <translation>EventBridge · Zustandswechsel einer EC2-Instanz</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>EventBridge · API call via CloudTrail (RunInstances)</source>
        <translation>EventBridge · API-Aufruf über CloudTrail (RunInstances)</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>The IAM user who made the call.</source>
        <translation>Der IAM-Benutzer, der den Aufruf machte.</translation>
    </message>
    <message>
        <source>Instance type</source>
        <translation>Instanztyp</translation>
    </message>
    <message>
        <source>EventBridge · own event</source>
        <translation>EventBridge · eigenes Event</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Names that begin with aws. are AWS&apos;s own.</source>
        <translation>Namen, die mit aws. beginnen, gehören AWS.</translation>
    </message>
    <message>
        <source>Detail type</source>
        <translation>Detail-Typ</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>A JSON object.</source>
        <translation>Ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Custom · hello world</source>
        <translation>Eigenes · Hallo Welt</translation>
    </message>
    <message>
        <source>Custom · empty event</source>
        <translation>Eigenes · leeres Event</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>No environment of %1 existed yet, so Lambda started one and ran the code outside the handler once. The request waited %2 for that.</source>
        <translation>Von %1 gab es noch keine Umgebung, deshalb startete Lambda eine und führte den Code außerhalb des Handlers einmal aus. Darauf wartete die Anfrage %2.</translation>
    </message>
    <message>
        <source>Why did environment %1 go?</source>
        <translation>Warum verschwand Umgebung %1?</translation>
    </message>
    <message>
        <source>Execution environment lifecycle</source>
        <translation>Lebenszyklus der Ausführungsumgebung</translation>
    </message>
    <message>
        <source>What if 1 were provisioned?</source>
        <translation>Was, wenn 1 bereitgestellt wäre?</translation>
    </message>
    <message>
        <source>Waiting %1 for the first free one would have been quicker, but a request never waits for a busy environment.</source>
        <translation>%1 auf die erste freie zu warten wäre schneller gewesen, aber eine Anfrage wartet nie auf eine beschäftigte Umgebung.</translation>
    </message>
    <message>
        <source>A request never waits for a busy environment; here that would have taken %1.</source>
        <translation>Eine Anfrage wartet nie auf eine beschäftigte Umgebung; hier hätte das %1 gedauert.</translation>
    </message>
    <message>
        <source>One request at a time in an environment</source>
        <translation>Eine Anfrage zur Zeit in einer Umgebung</translation>
    </message>
    <message>
        <source>What if %1 were provisioned?</source>
        <translation>Was, wenn %1 bereitgestellt wären?</translation>
    </message>
    <message>
        <source>Environment %1 had been frozen for %2 and was still warm, so the handler began at once.</source>
        <translation>Umgebung %1 war seit %2 eingefroren und noch warm, deshalb begann der Handler sofort.</translation>
    </message>
    <message>
        <source>%1 environments were idle; the most recently used one is taken, so that the others can be let go.</source>
        <translation>%1 Umgebungen waren frei; genommen wird die zuletzt benutzte, damit die anderen verschwinden können.</translation>
    </message>
    <message>
        <source>The request before it had timed out, which reset the environment: init ran again inside this invocation, and its time is part of the Duration.</source>
        <translation>Die Anfrage davor lief in den Timeout, und das setzte die Umgebung zurück: Der Init lief innerhalb dieses Aufrufs noch einmal, und seine Zeit ist Teil der Duration.</translation>
    </message>
    <message>
        <source>The request that timed out</source>
        <translation>Die Anfrage, die in den Timeout lief</translation>
    </message>
    <message>
        <source>Execution environment reuse</source>
        <translation>Wiederverwendung der Ausführungsumgebung</translation>
    </message>
    <message>
        <source>Environment %1 is one of %2 that are kept initialised for %3, so the handler began at once. Busy at that moment: %4 of %2.</source>
        <translation>Umgebung %1 ist eine von %2, die für %3 initialisiert bereitstehen, deshalb begann der Handler sofort. In diesem Moment beschäftigt: %4 von %2.</translation>
    </message>
    <message>
        <source>Provisioned concurrency</source>
        <translation>Provisioned Concurrency</translation>
    </message>
    <message>
        <source>At %1 all %2 provisioned environments of %3 were busy, so the request spilled over to an on-demand one.</source>
        <translation>Bei %1 waren alle %2 bereitgestellten Umgebungen von %3 beschäftigt, deshalb wich die Anfrage auf eine On-Demand-Umgebung aus.</translation>
    </message>
    <message>
        <source>The %1 provisioned environments of %2 take at most %3 requests a second, and this second had more. So the request spilled over to an on-demand environment.</source>
        <translation>Die %1 bereitgestellten Umgebungen von %2 nehmen höchstens %3 Anfragen pro Sekunde an, und in dieser Sekunde waren es mehr. Deshalb wich die Anfrage auf eine On-Demand-Umgebung aus.</translation>
    </message>
    <message>
        <source>Environment %1 was idle and still warm.</source>
        <translation>Umgebung %1 war frei und noch warm.</translation>
    </message>
    <message>
        <source>Provisioned concurrency spillover</source>
        <translation>Überlauf der Provisioned Concurrency</translation>
    </message>
    <message>
        <source>Why did %1 wait %2?</source>
        <translation>Warum wartete %1 %2?</translation>
    </message>
    <message>
        <source>Why did %1 not wait?</source>
        <translation>Warum wartete %1 nicht?</translation>
    </message>
    <message>
        <source>And why did %1 not wait?</source>
        <translation>Und warum wartete %1 nicht?</translation>
    </message>
    <message>
        <source>Environment %1 had been frozen for %2 by then and was still warm. The most recently used warm environment always goes first.</source>
        <translation>Umgebung %1 war da seit %2 eingefroren und noch warm. Die zuletzt benutzte warme Umgebung kommt immer zuerst dran.</translation>
    </message>
    <message>
        <source>Request %1, in the same environment</source>
        <translation>Anfrage %1, in derselben Umgebung</translation>
    </message>
    <message>
        <source>Waited for init</source>
        <translation>Auf Init gewartet</translation>
    </message>
    <message>
        <source>Handler ran</source>
        <translation>Handler lief</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Benutzter Speicher</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Since August 2025 init time is billed too: %1 of the %2 billed are init.</source>
        <translation>Seit August 2025 wird auch die Init-Zeit berechnet: %1 der berechneten %2 sind Init.</translation>
    </message>
    <message>
        <source>request %1 · %2</source>
        <translation>Anfrage %1 · %2</translation>
    </message>
    <message>
        <source>Environment %1</source>
        <translation>Umgebung %1</translation>
    </message>
    <message>
        <source>Why was %1 cut off?</source>
        <translation>Warum wurde %1 abgebrochen?</translation>
    </message>
    <message>
        <source>The handler was still running after %1, the time-out of %2, so Lambda stopped it at %3.</source>
        <translation>Der Handler lief nach %1, dem Timeout von %2, immer noch, deshalb brach Lambda ihn bei %3 ab.</translation>
    </message>
    <message>
        <source>Its environment is reset: the next invocation in it runs init again, inside its own Duration. What is in /tmp stays.</source>
        <translation>Seine Umgebung wird zurückgesetzt: Der nächste Aufruf darin führt den Init noch einmal aus, innerhalb seiner eigenen Duration. Was in /tmp liegt, bleibt.</translation>
    </message>
    <message>
        <source>Function time-out</source>
        <translation>Timeout der Funktion</translation>
    </message>
    <message>
        <source>What if the time-out were %1?</source>
        <translation>Was, wenn der Timeout %1 wäre?</translation>
    </message>
    <message>
        <source>What if it had %1?</source>
        <translation>Was, wenn sie %1 hätte?</translation>
    </message>
    <message>
        <source>Why did %1 fail?</source>
        <translation>Warum schlug %1 fehl?</translation>
    </message>
    <message>
        <source>The handler raised an error after %1. In simulated mode the function&apos;s ErrorRate decides which invocations do.</source>
        <translation>Der Handler meldete nach %1 einen Fehler. Im simulierten Modus entscheidet die ErrorRate der Funktion, welche Aufrufe das tun.</translation>
    </message>
    <message>
        <source>The environment lives on and stays warm: only the invocation failed.</source>
        <translation>Die Umgebung lebt weiter und bleibt warm: Nur der Aufruf schlug fehl.</translation>
    </message>
    <message>
        <source>Function errors</source>
        <translation>Fehler der Funktion</translation>
    </message>
    <message>
        <source>The caller got status %1 with the header X-Amz-Function-Error: Unhandled. Lambda does not try a synchronous request again.</source>
        <translation>Der Aufrufer bekam Status %1 mit dem Header X-Amz-Function-Error: Unhandled. Eine synchrone Anfrage versucht Lambda nicht noch einmal.</translation>
    </message>
    <message>
        <source>Why was the event of %1 given up?</source>
        <translation>Warum wurde das Event von %1 aufgegeben?</translation>
    </message>
    <message>
        <source>%1 reserves 0 concurrent executions, so its events leave the queue without being tried.</source>
        <translation>%1 reserviert 0 gleichzeitige Ausführungen, deshalb verlassen seine Events die Warteschlange ohne Versuch.</translation>
    </message>
    <message>
        <source>Reserved concurrency 0</source>
        <translation>Reserved Concurrency 0</translation>
    </message>
    <message>
        <source>What if nothing were reserved?</source>
        <translation>Was, wenn nichts reserviert wäre?</translation>
    </message>
    <message>
        <source>The event had waited %1, the most that %2 allows (MaximumEventAgeInSeconds). Tries before: %3.</source>
        <translation>Das Event hatte %1 gewartet, so lange, wie %2 es erlaubt (MaximumEventAgeInSeconds). Versuche davor: %3.</translation>
    </message>
    <message>
        <source>Maximum age of an event</source>
        <translation>Höchstalter eines Events</translation>
    </message>
    <message>
        <source>Why was %1 tried again?</source>
        <translation>Warum wurde %1 noch einmal versucht?</translation>
    </message>
    <message>
        <source>This is try %1 of the event: the one before was refused, so the queue kept it for %2.</source>
        <translation>Das ist Versuch %1 des Events: Der davor wurde abgewiesen, deshalb behielt es die Warteschlange %2.</translation>
    </message>
    <message>
        <source>This is try %1 of the event: the one before failed, so the queue kept it for %2.</source>
        <translation>Das ist Versuch %1 des Events: Der davor schlug fehl, deshalb behielt es die Warteschlange %2.</translation>
    </message>
    <message>
        <source>The try before</source>
        <translation>Der Versuch davor</translation>
    </message>
    <message>
        <source>The queue handed the event over again at %1, %2 later.</source>
        <translation>Die Warteschlange übergab das Event bei %1 noch einmal, %2 später.</translation>
    </message>
    <message>
        <source>The next try</source>
        <translation>Der nächste Versuch</translation>
    </message>
    <message>
        <source>The event was still in the queue when the run ended.</source>
        <translation>Das Event war am Ende des Laufs noch in der Warteschlange.</translation>
    </message>
    <message>
        <source>That was the last of %1 tries (MaximumRetryAttempts is %2).</source>
        <translation>Das war der letzte von %1 Versuchen (MaximumRetryAttempts ist %2).</translation>
    </message>
    <message>
        <source>The event is lost: %1 has no dead-letter queue and no on-failure destination.</source>
        <translation>Das Event ist verloren: %1 hat weder Dead-Letter-Queue noch On-Failure-Ziel.</translation>
    </message>
    <message>
        <source>Environment %1 was initialised in advance, because provisioned concurrency keeps environments of %2 ready.</source>
        <translation>Umgebung %1 wurde im Voraus initialisiert, weil Provisioned Concurrency Umgebungen von %2 bereithält.</translation>
    </message>
    <message>
        <source>Request %1 arrived at %2 and found no environment of %3, so Lambda started this one.</source>
        <translation>Anfrage %1 traf bei %2 ein und fand keine Umgebung von %3, deshalb startete Lambda diese.</translation>
    </message>
    <message>
        <source>Request %1 arrived at %2 and found every environment of %3 busy, so Lambda started this one.</source>
        <translation>Anfrage %1 traf bei %2 ein und fand jede Umgebung von %3 beschäftigt, deshalb startete Lambda diese.</translation>
    </message>
    <message>
        <source>Request %1, which it was started for</source>
        <translation>Anfrage %1, für die sie gestartet wurde</translation>
    </message>
    <message>
        <source>It still existed when the run ended.</source>
        <translation>Am Ende des Laufs gab es sie noch.</translation>
    </message>
    <message>
        <source>After %1 without a request Lambda removed it at %2.</source>
        <translation>Nach %1 ohne Anfrage entfernte Lambda sie bei %2.</translation>
    </message>
    <message>
        <source>AWS does not say how long an idle environment is kept. Here it is drawn from the function&apos;s IdleTimeout, which follows published measurements.</source>
        <translation>AWS sagt nicht, wie lange eine freie Umgebung behalten wird. Hier wird es aus dem IdleTimeout der Funktion gezogen, der veröffentlichten Messungen folgt.</translation>
    </message>
    <message>
        <source>At %1 it was %2 old, and Lambda replaces environments every few hours even when they are in use.</source>
        <translation>Bei %1 war sie %2 alt, und Lambda ersetzt Umgebungen alle paar Stunden, auch wenn sie benutzt werden.</translation>
    </message>
    <message>
        <source>At %1 it was let go, because %2 changed: a new configuration needs new environments.</source>
        <translation>Bei %1 wurde sie aufgegeben, weil sich %2 änderte: Eine neue Konfiguration braucht neue Umgebungen.</translation>
    </message>
    <message>
        <source>At %1 it was let go, because fewer provisioned environments were asked for.</source>
        <translation>Bei %1 wurde sie aufgegeben, weil weniger bereitgestellte Umgebungen verlangt wurden.</translation>
    </message>
    <message>
        <source>environment %1 · %2</source>
        <translation>Umgebung %1 · %2</translation>
    </message>
    <message>
        <source>Why does environment %1 exist?</source>
        <translation>Warum gibt es Umgebung %1?</translation>
    </message>
    <message>
        <source>Why did environment %1 come and go?</source>
        <translation>Warum kam und ging Umgebung %1?</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Init</source>
        <translation>Init</translation>
    </message>
    <message>
        <source>Invocations served</source>
        <translation>Bediente Aufrufe</translation>
    </message>
    <message>
        <source>In the handler</source>
        <translation>Im Handler</translation>
    </message>
    <message>
        <source>Frozen or waiting</source>
        <translation>Eingefroren oder wartend</translation>
    </message>
    <message>
        <source>Lived</source>
        <translation>Lebte</translation>
    </message>
    <message>
        <source>Its log stream is %1.</source>
        <translation>Ihr Log-Stream ist %1.</translation>
    </message>
    <message>
        <source>The last request it served</source>
        <translation>Die letzte Anfrage, die sie bediente</translation>
    </message>
    <message>
        <source>One request was refused, at %1.</source>
        <translation>Eine Anfrage wurde abgewiesen, bei %1.</translation>
    </message>
    <message>
        <source>%2 requests were refused, the first of them at %1.</source>
        <translation>%2 Anfragen wurden abgewiesen, die erste davon bei %1.</translation>
    </message>
    <message>
        <source>The first refused request, at %1</source>
        <translation>Die erste abgewiesene Anfrage, bei %1</translation>
    </message>
    <message>
        <source>The first cold start, at %1</source>
        <translation>Der erste Kaltstart, bei %1</translation>
    </message>
    <message>
        <source>The first failed request, at %1</source>
        <translation>Die erste fehlgeschlagene Anfrage, bei %1</translation>
    </message>
    <message>
        <source>The slowest request: %1</source>
        <translation>Die langsamste Anfrage: %1</translation>
    </message>
    <message>
        <source>%1 · seed %2</source>
        <translation>%1 · Seed %2</translation>
    </message>
    <message>
        <source>What happened in this run?</source>
        <translation>Was geschah in diesem Lauf?</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Kaltstarts</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Refused (429)</source>
        <translation>Abgewiesen (429)</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Response p50 · p99</source>
        <translation>Antwort p50 · p99</translation>
    </message>
    <message>
        <source>Most environments busy</source>
        <translation>Meiste beschäftigte Umgebungen</translation>
    </message>
    <message>
        <source>This run outgrew its journal: single requests can be looked at up to %1 only.</source>
        <translation>Dieser Lauf ist über sein Journal hinausgewachsen: Einzelne Anfragen lassen sich nur bis %1 ansehen.</translation>
    </message>
    <message>
        <source>This run was cancelled: it ends where it stopped.</source>
        <translation>Dieser Lauf wurde abgebrochen: Er endet, wo er anhielt.</translation>
    </message>
    <message>
        <source>At %1 all %2 concurrent executions that the account allows were in use, so there was no room for another.</source>
        <translation>Bei %1 waren alle %2 gleichzeitigen Ausführungen, die das Konto erlaubt, in Gebrauch, deshalb war für keine weitere Platz.</translation>
    </message>
    <message>
        <source>The account allows %1 concurrent executions, and %2 of them are kept for functions that reserved them. At %3 all %4 that are left for the others were in use.</source>
        <translation>Das Konto erlaubt %1 gleichzeitige Ausführungen, und %2 davon sind für Funktionen reserviert. Bei %3 waren alle %4, die für die anderen bleiben, in Gebrauch.</translation>
    </message>
    <message>
        <source>%2 had idle environments (%1), but they do not help while the limit is reached.</source>
        <translation>%2 hatte freie Umgebungen (%1), aber sie helfen nicht, solange die Grenze erreicht ist.</translation>
    </message>
    <message>
        <source>Other functions used %1 of them. A reserve would keep a share for %2.</source>
        <translation>Andere Funktionen benutzten %1 davon. Eine Reserve würde einen Anteil für %2 freihalten.</translation>
    </message>
    <message>
        <source>Account concurrency quota</source>
        <translation>Gleichzeitigkeits-Quota des Kontos</translation>
    </message>
    <message>
        <source>What if the account allowed %1?</source>
        <translation>Was, wenn das Konto %1 erlaubte?</translation>
    </message>
    <message>
        <source>What if %1 were reserved for %2?</source>
        <translation>Was, wenn %1 für %2 reserviert wären?</translation>
    </message>
    <message>
        <source>Lambda starts at most %1 new environments of a function every %2. At %3 that was used up and all %4 environments of %5 were busy.</source>
        <translation>Lambda startet höchstens %1 neue Umgebungen einer Funktion alle %2. Bei %3 war das aufgebraucht, und alle %4 Umgebungen von %5 waren beschäftigt.</translation>
    </message>
    <message>
        <source>The allowance refills without pause: one more environment every %1.</source>
        <translation>Das Kontingent füllt sich ständig auf: alle %1 eine weitere Umgebung.</translation>
    </message>
    <message>
        <source>Function scaling rate</source>
        <translation>Skalierungsrate der Funktion</translation>
    </message>
    <message>
        <source>%1 reserves 1 concurrent execution, and at %2 that one was in use until %3.</source>
        <translation>%1 reserviert 1 gleichzeitige Ausführung, und bei %2 war sie bis %3 in Gebrauch.</translation>
    </message>
    <message>
        <source>%1 reserves %2 concurrent executions, and at %3 all %2 were in use. The first was free again at %4.</source>
        <translation>%1 reserviert %2 gleichzeitige Ausführungen, und bei %3 waren alle %2 in Gebrauch. Die erste war bei %4 wieder frei.</translation>
    </message>
    <message>
        <source>%1 reserves %2 concurrent executions, of which %3 are provisioned. At %4 both the provisioned ones and the other %5 were in use.</source>
        <translation>%1 reserviert %2 gleichzeitige Ausführungen, davon %3 bereitgestellt. Bei %4 waren sowohl die bereitgestellten als auch die anderen %5 in Gebrauch.</translation>
    </message>
    <message>
        <source>A reserve is a guarantee and a ceiling at once: the rest of the account&apos;s %1 does not help.</source>
        <translation>Eine Reserve ist Garantie und Obergrenze zugleich: Der Rest der %1 des Kontos hilft nicht.</translation>
    </message>
    <message>
        <source>Reserved concurrency</source>
        <translation>Reserved Concurrency</translation>
    </message>
    <message>
        <source>What if %1 were reserved?</source>
        <translation>Was, wenn %1 reserviert wären?</translation>
    </message>
    <message>
        <source>%1 reserves 0 concurrent executions. That switches a function off: every request is refused.</source>
        <translation>%1 reserviert 0 gleichzeitige Ausführungen. Das schaltet eine Funktion ab: Jede Anfrage wird abgewiesen.</translation>
    </message>
    <message>
        <source>With %1 reserved, %2 takes at most %3 requests a second, ten for each concurrent execution. This was number %4 of its second.</source>
        <translation>Mit %1 reservierten nimmt %2 höchstens %3 Anfragen pro Sekunde an, zehn je gleichzeitiger Ausführung. Dies war Nummer %4 ihrer Sekunde.</translation>
    </message>
    <message>
        <source>With %1 concurrent executions in the account, %2 takes at most %3 requests a second, ten for each. This was number %4 of its second.</source>
        <translation>Mit %1 gleichzeitigen Ausführungen im Konto nimmt %2 höchstens %3 Anfragen pro Sekunde an, zehn je Ausführung. Dies war Nummer %4 ihrer Sekunde.</translation>
    </message>
    <message>
        <source>Only %1 of its environments were busy: with handlers this short the rate is reached before the concurrency.</source>
        <translation>Nur %1 ihrer Umgebungen waren beschäftigt: Bei so kurzen Handlern ist die Rate vor der Gleichzeitigkeit erreicht.</translation>
    </message>
    <message>
        <source>Requests per second quota</source>
        <translation>Quota für Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Busy in the shared pool</source>
        <translation>Im gemeinsamen Pool beschäftigt</translation>
    </message>
    <message>
        <source>Busy of %1</source>
        <translation>Beschäftigt von %1</translation>
    </message>
    <message>
        <source>Reserved for %1</source>
        <translation>Reserviert für %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Scaling budget left</source>
        <translation>Übriges Skalierungsbudget</translation>
    </message>
    <message>
        <source>Reason sent</source>
        <translation>Gesendeter Grund</translation>
    </message>
    <message>
        <source>request %1 · 429 TooManyRequestsException</source>
        <translation>Anfrage %1 · 429 TooManyRequestsException</translation>
    </message>
    <message>
        <source>Why was %1 refused?</source>
        <translation>Warum wurde %1 abgewiesen?</translation>
    </message>
    <message>
        <source>Nobody tries again by itself: the caller got status %1 at once. A refused request costs nothing.</source>
        <translation>Niemand versucht es von selbst noch einmal: Der Aufrufer bekam sofort Status %1. Eine abgewiesene Anfrage kostet nichts.</translation>
    </message>
    <message>
        <source>No environment of %1 was left: environment %2 had been removed %3 before, after %4 without a request.</source>
        <translation>Von %1 war keine Umgebung mehr da: Umgebung %2 war %3 vorher entfernt worden, nach %4 ohne Anfrage.</translation>
    </message>
    <message>
        <source>No environment of %1 was left: environment %2 had gone %3 before.</source>
        <translation>Von %1 war keine Umgebung mehr da: Umgebung %2 war %3 vorher verschwunden.</translation>
    </message>
    <message>
        <source>None of the environments that were asked for together can be used until all of them are ready.</source>
        <translation>Keine der gemeinsam angeforderten Umgebungen ist benutzbar, bevor alle bereit sind.</translation>
    </message>
    <message>
        <source>Its init failed at %1, so the allocation of provisioned concurrency failed with %2.</source>
        <translation>Ihre Init-Phase schlug bei %1 fehl, deshalb scheiterte die Bereitstellung der Provisioned Concurrency mit %2.</translation>
    </message>
    <message>
        <source>This invocation ends a tumbling window of %1: it brings no records, and its state is the last of the window.</source>
        <translation>Dieser Aufruf beendet ein Tumbling Window von %1: Er bringt keine Datensätze, und sein Zustand ist der letzte des Fensters.</translation>
    </message>
    <message>
        <source>A poller made this request: %1 of the messages of %2 in one batch. The oldest had been sent %3 before.</source>
        <translation>Diese Anfrage stellte ein Poller: %1 der Nachrichten von %2 in einem Batch. Die älteste war %3 vorher gesendet worden.</translation>
    </message>
    <message>
        <source>A poller made this request: %1 of the records of %2 in one batch. The oldest had been written %3 before.</source>
        <translation>Diese Anfrage stellte ein Poller: %1 der Datensätze von %2 in einem Batch. Der älteste war %3 vorher geschrieben worden.</translation>
    </message>
    <message>
        <source>It is a part of the batch %1 that did not succeed as a whole: records of a shard are tried again before anything that follows them.</source>
        <translation>Er ist ein Teil des Batches %1, der als Ganzes keinen Erfolg hatte: Datensätze eines Shards werden wieder versucht, bevor irgendetwas an die Reihe kommt, das ihnen folgt.</translation>
    </message>
    <message>
        <source>The batch was full: BatchSize is %1.</source>
        <translation>Der Batch war voll: BatchSize ist %1.</translation>
    </message>
    <message>
        <source>It was not full, but its batching window of %1 was over. A queue that brings nothing more holds a poll for 20 s, even if the window is shorter.</source>
        <translation>Er war nicht voll, aber sein Sammelfenster von %1 war vorbei. Eine Warteschlange, die nichts weiter bringt, hält eine Abfrage 20 s lang auf, auch wenn das Fenster kürzer ist.</translation>
    </message>
    <message>
        <source>It was not full, but its batching window of %1 was over.</source>
        <translation>Er war nicht voll, aber sein Sammelfenster von %1 war vorbei.</translation>
    </message>
    <message>
        <source>There is no batching window: the batch is what the poll found, up to %1.</source>
        <translation>Es gibt kein Sammelfenster: Der Batch ist, was die Abfrage fand, bis zu %1.</translation>
    </message>
    <message>
        <source>%1 of them cannot be processed, and the handler says so (batchItemFailures).</source>
        <translation>%1 davon lassen sich nicht verarbeiten, und der Handler sagt es (batchItemFailures).</translation>
    </message>
    <message>
        <source>%1 of them cannot be processed, and the handler fails for the whole batch.</source>
        <translation>%1 davon lassen sich nicht verarbeiten, und der Handler scheitert für den ganzen Batch.</translation>
    </message>
    <message>
        <source>This is try %1 of the batch. The one before failed, so its shard waited %2 and did nothing else.</source>
        <translation>Das ist Versuch %1 des Batches. Der vorige scheiterte, deshalb wartete sein Shard %2 und tat sonst nichts.</translation>
    </message>
    <message>
        <source>This is try %1 of the batch. The one before was refused, so the poller waited %2.</source>
        <translation>Das ist Versuch %1 des Batches. Der vorige wurde abgewiesen, deshalb wartete der Poller %2.</translation>
    </message>
    <message>
        <source>All its messages were deleted from the queue.</source>
        <translation>Alle seine Nachrichten wurden aus der Warteschlange gelöscht.</translation>
    </message>
    <message>
        <source>%1 of its messages were deleted. The others are visible again when their visibility timeout of %2 is over.</source>
        <translation>%1 seiner Nachrichten wurden gelöscht. Die anderen sind wieder sichtbar, wenn ihr Visibility Timeout von %2 vorbei ist.</translation>
    </message>
    <message>
        <source>None of its messages is deleted: they are visible again when their visibility timeout of %1 is over, and are then received once more.</source>
        <translation>Keine seiner Nachrichten wird gelöscht: Sie sind wieder sichtbar, wenn ihr Visibility Timeout von %1 vorbei ist, und werden dann noch einmal empfangen.</translation>
    </message>
    <message>
        <source>%1 of them went to the dead-letter queue after that: they had been received %2 times (maxReceiveCount).</source>
        <translation>%1 davon kamen danach in die Dead-Letter-Queue: Sie waren %2-mal empfangen worden (maxReceiveCount).</translation>
    </message>
    <message>
        <source>The shard moved on past %1 of its %2 records.</source>
        <translation>Der Shard ging über %1 seiner %2 Datensätze hinaus weiter.</translation>
    </message>
    <message>
        <source>%1 of its records were given up, and nobody is told: the mapping has no failure destination.</source>
        <translation>%1 seiner Datensätze wurden aufgegeben, und niemand erfährt es: Das Mapping hat kein Ziel für Fehlschläge.</translation>
    </message>
    <message>
        <source>%1 of its records were given up; %2 is told which they were.</source>
        <translation>%1 seiner Datensätze wurden aufgegeben; %2 erfährt, welche es waren.</translation>
    </message>
    <message>
        <source>The poller tried the same batch again at %1.</source>
        <translation>Der Poller versuchte denselben Batch noch einmal bei %1.</translation>
    </message>
    <message>
        <source>This is try %1 of the same request: the one before had ended with %2, and the caller&apos;s SDK (retry mode %3) waited %4 before it asked again.</source>
        <translation>Dies ist Versuch %1 derselben Anfrage: Der vorige endete mit %2, und das SDK des Aufrufers (Retry-Modus %3) wartete %4, bevor es wieder fragte.</translation>
    </message>
    <message>
        <source>The try before was still running then: the same work is done twice, and paid twice.</source>
        <translation>Der vorige Versuch lief da noch: Dieselbe Arbeit wird zweimal getan und zweimal bezahlt.</translation>
    </message>
    <message>
        <source>Retries of the AWS SDKs</source>
        <translation>Wiederholungen der AWS-SDKs</translation>
    </message>
    <message>
        <source>The caller got %1 and asked again at %2.</source>
        <translation>Der Aufrufer bekam %1 und fragte bei %2 wieder.</translation>
    </message>
    <message>
        <source>The caller was about to ask again when the run ended.</source>
        <translation>Der Aufrufer wollte gerade wieder fragen, als der Lauf endete.</translation>
    </message>
    <message>
        <source>API Gateway waits %1 for its integration and answered %4 at %2. The function did not notice: it ran for %3 more, and that is billed.</source>
        <translation>API Gateway wartet %1 auf seine Integration und antwortete bei %2 mit %4. Die Funktion merkte davon nichts: Sie lief noch %3 weiter, und das wird berechnet.</translation>
    </message>
    <message>
        <source>The caller stopped waiting after %1, at %2. The function did not notice: it ran for %3 more, and that is billed.</source>
        <translation>Der Aufrufer hörte nach %1 auf zu warten, bei %2. Die Funktion merkte davon nichts: Sie lief noch %3 weiter, und das wird berechnet.</translation>
    </message>
    <message>
        <source>request %1 · 429 Too Many Requests</source>
        <translation>Anfrage %1 · 429 Too Many Requests</translation>
    </message>
    <message>
        <source>API Gateway lets %1 requests a second of this account through, and %2 at once. At %3 that was used up, so it answered 429 itself; Lambda was not asked.</source>
        <translation>API Gateway lässt %1 Anfragen in der Sekunde dieses Kontos durch, und %2 auf einmal. Bei %3 war das aufgebraucht, also antwortete es selbst mit 429; Lambda wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Throttling in API Gateway</source>
        <translation>Drosselung in API Gateway</translation>
    </message>
    <message>
        <source>request %1 · 500 ServiceException</source>
        <translation>Anfrage %1 · 500 ServiceException</translation>
    </message>
    <message>
        <source>The scenario has an outage of Lambda at %1, and this request met it: the service answered 500 and ran nothing.</source>
        <translation>Das Szenario hat bei %1 einen Ausfall von Lambda, und diese Anfrage traf auf ihn: Der Dienst antwortete 500 und führte nichts aus.</translation>
    </message>
    <message>
        <source>Errors of the service</source>
        <translation>Fehler des Dienstes</translation>
    </message>
    <message>
        <source>Of the wait, %1 went into finding a place and fetching the code, before init began. No log shows that, and nobody is billed for it.</source>
        <translation>Von der Wartezeit gingen %1 dafür hin, einen Platz zu finden und den Code zu holen, bevor Init begann. Kein Log zeigt das, und niemandem wird es berechnet.</translation>
    </message>
    <message>
        <source>It calls %1, which takes %2 connections; %3 environments that call it existed at that moment. A call that finds no free connection fails.</source>
        <translation>Sie ruft %1 auf, das so viele Verbindungen annimmt: %2. Umgebungen, die es aufrufen, gab es in dem Moment: %3. Ein Aufruf, der keine freie Verbindung findet, schlägt fehl.</translation>
    </message>
    <message>
        <source>%1 sent it, in the invocation for %2 that ended at %3.</source>
        <translation>%1 hat sie gesendet, im Aufruf für %2, der um %3 endete.</translation>
    </message>
    <message>
        <source>Lambda sent it as the record of %2, an event of %1 that succeeded at %3.</source>
        <translation>Lambda hat sie als Bericht über %2 gesendet, ein Ereignis von %1, das um %3 gelang.</translation>
    </message>
    <message>
        <source>Lambda sent it as the record of %2, an event of %1 given up at %3.</source>
        <translation>Lambda hat sie als Bericht über %2 gesendet, ein Ereignis von %1, das um %3 aufgegeben wurde.</translation>
    </message>
    <message>
        <source>It is the dead letter of %2, an event of %1 given up at %3.</source>
        <translation>Sie ist der Dead Letter von %2, einem Ereignis von %1, das um %3 aufgegeben wurde.</translation>
    </message>
    <message>
        <source>What set it off</source>
        <translation>Was sie ausgelöst hat</translation>
    </message>
    <message>
        <source>It set off %1.</source>
        <translation>Sie hat %1 ausgelöst.</translation>
    </message>
    <message>
        <source>It set off %1 requests, the first of them %2.</source>
        <translation>Sie hat %1 Anfragen ausgelöst, als erste %2.</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>request %1 · recursive loop stopped</source>
        <translation>Anfrage %1 · rekursive Schleife angehalten</translation>
    </message>
    <message>
        <source>Why was %1 stopped?</source>
        <translation>Warum wurde %1 angehalten?</translation>
    </message>
    <message>
        <source>It would have been invocation %1 of %2 in one chain: what the function sends comes back to it. After about %3 Lambda takes that for a loop and stops the next one.</source>
        <translation>Sie wäre Aufruf %1 von %2 in einer Kette gewesen: Was die Funktion sendet, kommt zu ihr zurück. Nach etwa %3 hält Lambda das für eine Schleife und hält den nächsten an.</translation>
    </message>
    <message>
        <source>Write to another bucket or topic, or to another prefix than the trigger listens to. RecursiveLoop: Allow switches the detection off for a function that means it.</source>
        <translation>Schreibe in einen anderen Bucket, an ein anderes Topic oder unter ein anderes Präfix, als der Auslöser beobachtet. RecursiveLoop: Allow schaltet die Erkennung für eine Funktion ab, bei der es Absicht ist.</translation>
    </message>
    <message>
        <source>Recursive loop detection</source>
        <translation>Erkennung rekursiver Schleifen</translation>
    </message>
    <message>
        <source>The event goes to the dead-letter queue %1, as it was.</source>
        <translation>Das Ereignis geht so, wie es war, in die Dead-Letter-Queue %1.</translation>
    </message>
    <message>
        <source>A record of it goes to %1, with the condition %2.</source>
        <translation>Ein Bericht darüber geht an %1, mit der Bedingung %2.</translation>
    </message>
    <message>
        <source>Nothing at %1 could take it (%2): it is lost, and a metric counts that.</source>
        <translation>Bei %1 konnte es nichts entgegennehmen (%2): Es ist verloren, und eine Metrik zählt das.</translation>
    </message>
    <message>
        <source>The handler raised an error after %1: it began in an outage that the scenario sets, from %2 to %3.</source>
        <translation>Der Handler warf nach %1 einen Fehler: Er begann in einem Ausfall, den das Szenario von %2 bis %3 vorgibt.</translation>
    </message>
    <message>
        <source>This is try %1 of the event, though the one before went well %2 earlier: the queue delivers at least once.</source>
        <translation>Das ist Versuch %1 des Ereignisses, obwohl der davor %2 früher gelang: Die Warteschlange liefert mindestens einmal.</translation>
    </message>
    <message>
        <source>The handler raised an error after %1.</source>
        <translation>Der Handler hat nach %1 einen Fehler ausgelöst.</translation>
    </message>
    <message>
        <source>What asked for it answered with status %1.</source>
        <translation>Was angefragt hatte, antwortete mit Status %1.</translation>
    </message>
    <message>
        <source>The bucket %1 sent the notification. S3 waits for Lambda&apos;s 202 alone: the event stood in Lambda&apos;s queue from then on.</source>
        <translation>Der Bucket %1 hat die Benachrichtigung gesendet. S3 wartet nur auf Lambdas 202: Von da an stand das Event in Lambdas Warteschlange.</translation>
    </message>
    <message>
        <source>The topic %1 sends each message to all who subscribed. SNS waits for Lambda&apos;s 202 alone: the event stood in Lambda&apos;s queue from then on.</source>
        <translation>Das Topic %1 sendet jede Nachricht an alle Abonnenten. SNS wartet nur auf Lambdas 202: Von da an stand das Event in Lambdas Warteschlange.</translation>
    </message>
    <message>
        <source>The schedule %1 was due. EventBridge waits for Lambda&apos;s 202 alone: the event stood in Lambda&apos;s queue from then on.</source>
        <translation>Der Zeitplan %1 war fällig. EventBridge wartet nur auf Lambdas 202: Von da an stand das Event in Lambdas Warteschlange.</translation>
    </message>
    <message>
        <source>A rule of EventBridge for %1 let an event through. EventBridge waits for Lambda&apos;s 202 alone: the event stood in Lambda&apos;s queue from then on.</source>
        <translation>Eine Regel von EventBridge für %1 hat ein Event durchgelassen. EventBridge wartet nur auf Lambdas 202: Von da an stand das Event in Lambdas Warteschlange.</translation>
    </message>
    <message>
        <source>API Gateway asked for %1. A REST API waits for the answer, 29 s at most, and never asks twice.</source>
        <translation>API Gateway hat für %1 angefragt. Eine REST-API wartet auf die Antwort, höchstens 29 s, und fragt nie zweimal.</translation>
    </message>
    <message>
        <source>API Gateway asked for %1. An HTTP API waits for the answer, 30 s at most, and never asks twice.</source>
        <translation>API Gateway hat für %1 angefragt. Eine HTTP-API wartet auf die Antwort, höchstens 30 s, und fragt nie zweimal.</translation>
    </message>
    <message>
        <source>The function&apos;s URL asked. It waits as long as the function may run, and never asks twice.</source>
        <translation>Die URL der Funktion hat angefragt. Sie wartet, solange die Funktion laufen darf, und fragt nie zweimal.</translation>
    </message>
    <message>
        <source>The function&apos;s URL passed that on: status %1.</source>
        <translation>Die URL der Funktion hat das weitergegeben: Status %1.</translation>
    </message>
    <message>
        <source>API Gateway hides that: it answered with status %1.</source>
        <translation>API Gateway verbirgt das: Es antwortete mit Status %1.</translation>
    </message>
    <message>
        <source>The load of %1 makes no requests.</source>
        <translation>Die Last von %1 erzeugt keine Anfragen.</translation>
    </message>
    <message>
        <source>It is one of the %1 places for a request that an environment of %2 has on Managed Instances: each has a row of its own here.</source>
        <translation>Sie ist einer der %1 Plätze für eine Anfrage, die eine Umgebung von %2 auf Managed Instances hat: Jeder hat hier eine eigene Zeile.</translation>
    </message>
    <message>
        <source>A message in it was set off by the invocation of %1 for %2, which ended at %3.</source>
        <translation>Eine Nachricht darin wurde vom Aufruf von %1 für %2 ausgelöst, der um %3 endete.</translation>
    </message>
    <message>
        <source>The request waited %1 for it to be restored.</source>
        <translation>Die Anfrage wartete %1, bis sie wiederhergestellt war.</translation>
    </message>
    <message>
        <source>The request waited %1 for its init.</source>
        <translation>Die Anfrage wartete %1 auf deren Init.</translation>
    </message>
    <message>
        <source>No environment of %1 existed yet, so Lambda started one.</source>
        <translation>Noch gab es keine Umgebung von %1; also startete Lambda eine.</translation>
    </message>
    <message>
        <source>So Lambda started environment %1.</source>
        <translation>Also startete Lambda Umgebung %1.</translation>
    </message>
    <message>
        <source>No environment of %1 could be used yet, so Lambda started environment %2.</source>
        <translation>Noch war keine Umgebung von %1 nutzbar; also startete Lambda Umgebung %2.</translation>
    </message>
    <message>
        <source>%1 had environments, but none of version %2, which this request went to, so Lambda started environment %3.</source>
        <translation>%1 hatte Umgebungen, aber keine der Version %2, an die diese Anfrage ging; also startete Lambda Umgebung %3.</translation>
    </message>
    <message>
        <source>Aliases and versions</source>
        <translation>Aliase und Versionen</translation>
    </message>
    <message>
        <source>At %1 the only environment of %2 was busy until %3, so Lambda started environment %4.</source>
        <translation>Bei %1 war die einzige Umgebung von %2 bis %3 belegt; also startete Lambda Umgebung %4.</translation>
    </message>
    <message>
        <source>At %1 all %2 environments of %3 were busy (the first was free again at %4), so Lambda started environment %5.</source>
        <translation>Bei %1 waren alle %2 Umgebungen von %3 belegt (die erste war bei %4 wieder frei); also startete Lambda Umgebung %5.</translation>
    </message>
    <message>
        <source>Environment %1 was there since %2, but its process had to start again.</source>
        <translation>Umgebung %1 gab es seit %2, aber ihr Prozess musste neu starten.</translation>
    </message>
    <message>
        <source>None of those was idle: Lambda started environment %1.</source>
        <translation>Keine davon war frei: Lambda startete Umgebung %1.</translation>
    </message>
    <message>
        <source>Waited for the restore</source>
        <translation>Auf die Wiederherstellung gewartet</translation>
    </message>
    <message>
        <source>Init ran again</source>
        <translation>Init lief noch einmal</translation>
    </message>
    <message>
        <source>Init and handler ran</source>
        <translation>Init und Handler liefen</translation>
    </message>
    <message>
        <source>Of a restore, what follows the resumed snapshot is billed: %1 of the %2 billed.</source>
        <translation>Von einer Wiederherstellung wird abgerechnet, was auf das Fortsetzen des Snapshots folgt: %1 der abgerechneten %2.</translation>
    </message>
    <message>
        <source>It was tried before; of that this part of the run has no record.</source>
        <translation>Sie wurde vorher schon versucht; davon enthält dieser Teil des Laufs nichts.</translation>
    </message>
    <message>
        <source>Lambda started environment %1 ahead of the next request of %2, to replace one that had grown too old.</source>
        <translation>Lambda startete Umgebung %1 vor der nächsten Anfrage an %2, um eine zu ersetzen, die zu alt geworden war.</translation>
    </message>
    <message>
        <source>No init ran: it was restored from the snapshot of version %1, which took %2.</source>
        <translation>Es lief kein Init: sie wurde aus dem Snapshot der Version %1 wiederhergestellt, was %2 dauerte.</translation>
    </message>
    <message>
        <source>Restoring it failed after %1, so init ran with the first invocation.</source>
        <translation>Die Wiederherstellung schlug nach %1 fehl; darum lief Init mit dem ersten Aufruf.</translation>
    </message>
    <message>
        <source>Its init was cut off after %1 and ran again with the first invocation.</source>
        <translation>Ihr Init wurde nach %1 abgebrochen und lief mit dem ersten Aufruf noch einmal.</translation>
    </message>
    <message>
        <source>Its init failed after %1 and ran again with the first invocation.</source>
        <translation>Ihr Init schlug nach %1 fehl und lief mit dem ersten Aufruf noch einmal.</translation>
    </message>
    <message>
        <source>At %1 it was let go, because new code was deployed at %2: the old environments go when nothing is sent to them any more.</source>
        <translation>Bei %1 wurde sie aufgegeben, weil bei %2 neuer Code ausgerollt wurde: die alten Umgebungen gehen, wenn nichts mehr an sie geschickt wird.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Why did %1 run out of memory?</source>
        <translation>Warum ging %1 der Speicher aus?</translation>
    </message>
    <message>
        <source>It needed more than the %1 that %2 has, so its process was killed after %3: %4.</source>
        <translation>Sie brauchte mehr als die %1, die %2 hat; darum wurde ihr Prozess nach %3 beendet: %4.</translation>
    </message>
    <message>
        <source>Its environments draw what they need from the work model, up to about %1. Only more memory, or code that needs less, helps.</source>
        <translation>Ihre Umgebungen ziehen ihren Bedarf aus dem Arbeitsmodell, bis etwa %1. Es hilft nur mehr Speicher oder Code, der weniger braucht.</translation>
    </message>
    <message>
        <source>Memory of a function</source>
        <translation>Speicher einer Funktion</translation>
    </message>
    <message>
        <source>The process of the runtime exited after %1: %2. Its last log lines may say why.</source>
        <translation>Der Prozess der Laufzeit endete nach %1: %2. Vielleicht sagen seine letzten Protokollzeilen, warum.</translation>
    </message>
    <message>
        <source>The process of the runtime exited after %1: %2. In simulated mode the function&apos;s CrashRate decides which invocations do.</source>
        <translation>Der Prozess der Runtime beendete sich nach %1: %2. Im simulierten Modus entscheidet die CrashRate der Funktion, welche Aufrufe das tun.</translation>
    </message>
    <message>
        <source>Init of environment %1 ran with this request and failed after %2: %3. The handler never began; the log says what was raised.</source>
        <translation>Init von Umgebung %1 lief mit dieser Anfrage und scheiterte nach %2: %3. Der Handler begann nie; das Protokoll sagt, was ausgelöst wurde.</translation>
    </message>
    <message>
        <source>Init of environment %1 ran with this request and failed after %2: %3. The handler never began. In simulated mode the function&apos;s InitErrorRate decides which inits do.</source>
        <translation>Init von Umgebung %1 lief mit dieser Anfrage und schlug nach %2 fehl: %3. Der Handler begann nie. Im simulierten Modus entscheidet die InitErrorRate der Funktion, welche Inits das tun.</translation>
    </message>
    <message>
        <source>At %1 the service refused to set %2 to %3: %4</source>
        <translation>Bei %1 weigerte sich der Dienst, %2 auf %3 zu setzen: %4</translation>
    </message>
    <message>
        <source>At %1 the allocation of provisioned concurrency failed, because an init did: %2.</source>
        <translation>Bei %1 schlug die Zuteilung von Provisioned Concurrency fehl, weil ein Init fehlschlug: %2.</translation>
    </message>
    <message>
        <source>Application Auto Scaling set provisioned concurrency %1 times.</source>
        <translation>Application Auto Scaling hat Provisioned Concurrency %1-mal gesetzt.</translation>
    </message>
    <message>
        <source>The alias sends %1 of the requests to the version before the newest; this one went to version %2.</source>
        <translation>Der Alias schickt %1 der Anfragen an die Version vor der neuesten; diese ging an Version %2.</translation>
    </message>
    <message>
        <source>Version %1 was deployed at %2, and all requests go to it.</source>
        <translation>Version %1 wurde bei %2 ausgerollt, und alle Anfragen gehen an sie.</translation>
    </message>
    <message>
        <source>Version %1 was deployed at %2. The alias sent %3 of the requests to it by then; this one went to version %4. Versions never share environments.</source>
        <translation>Version %1 wurde bei %2 ausgerollt. Der Alias schickte da %3 der Anfragen an sie; diese ging an Version %4. Versionen teilen sich nie Umgebungen.</translation>
    </message>
    <message>
        <source>With SnapStart no init ran: environment %1 was restored from the snapshot of version %2, which took %3.</source>
        <translation>Mit SnapStart lief kein Init: Umgebung %1 wurde aus dem Snapshot der Version %2 wiederhergestellt, was %3 dauerte.</translation>
    </message>
    <message>
        <source>Lambda had started environment %1 ahead of any request, so its init of %2 made nobody wait; it is in the REPORT all the same.</source>
        <translation>Lambda hatte Umgebung %1 vor jeder Anfrage gestartet; darum ließ ihr Init von %2 niemanden warten. Im REPORT steht es trotzdem.</translation>
    </message>
    <message>
        <source>Restoring it failed after %1. Lambda ran init with this request, inside the Duration and under the function&apos;s time-out.</source>
        <translation>Die Wiederherstellung schlug nach %1 fehl. Lambda ließ Init mit dieser Anfrage laufen, innerhalb der Duration und unter dem Timeout der Funktion.</translation>
    </message>
    <message>
        <source>Init was cut off after %1. Lambda ran it again with this request, inside the Duration and under the function&apos;s time-out.</source>
        <translation>Init wurde nach %1 abgebrochen. Lambda ließ es mit dieser Anfrage noch einmal laufen, innerhalb der Duration und unter dem Timeout der Funktion.</translation>
    </message>
    <message>
        <source>Init failed after %1. Lambda ran it again with this request, inside the Duration and under the function&apos;s time-out.</source>
        <translation>Init schlug nach %1 fehl. Lambda ließ es mit dieser Anfrage noch einmal laufen, innerhalb der Duration und unter dem Timeout der Funktion.</translation>
    </message>
    <message>
        <source>In the request before it the process had exited, which reset the environment: init ran again inside this invocation, and its time is part of the Duration.</source>
        <translation>In der Anfrage davor hatte sich der Prozess beendet, was die Umgebung zurücksetzte: Init lief noch einmal innerhalb dieses Aufrufs, und seine Zeit gehört zur Duration.</translation>
    </message>
    <message>
        <source>The request before it had run out of memory, which reset the environment: init ran again inside this invocation, and its time is part of the Duration.</source>
        <translation>Der Anfrage davor war der Speicher ausgegangen, was die Umgebung zurücksetzte: Init lief noch einmal innerhalb dieses Aufrufs, und seine Zeit gehört zur Duration.</translation>
    </message>
    <message>
        <source>Init had failed in the request before it, so it ran again inside this invocation, and its time is part of the Duration.</source>
        <translation>Init war in der Anfrage davor fehlgeschlagen; darum lief es innerhalb dieses Aufrufs noch einmal, und seine Zeit gehört zur Duration.</translation>
    </message>
    <message>
        <source>The request before</source>
        <translation>Die Anfrage davor</translation>
    </message>
    <message>
        <source>Duration p50 · p99</source>
        <translation>Dauer p50 · p99</translation>
    </message>
    <message>
        <source>Single requests can be looked at between %1 and %2; the figures are those of the whole run.</source>
        <translation>Einzelne Anfragen lassen sich zwischen %1 und %2 ansehen; die Zahlen sind die des ganzen Laufs.</translation>
    </message>
    <message>
        <source>The caller gave up with try %1: its attempts were used up, or its retry quota was empty.</source>
        <translation>Der Aufrufer gab mit Versuch %1 auf: Seine Versuche waren verbraucht, oder sein Vorrat an Wiederholungen war leer.</translation>
    </message>
    <message>
        <source>Fast starts are on: the interpreter had been started ahead, so this init is shorter than a cold start on Lambda.</source>
        <translation>Schnelle Starts sind eingeschaltet: Der Interpreter war im Voraus gestartet, darum ist dieses Init kürzer als ein Kaltstart bei Lambda.</translation>
    </message>
    <message>
        <source>Fast starts are on: its interpreter had been started ahead, so this init is shorter than a cold start on Lambda. Only the function&apos;s own code was loaded.</source>
        <translation>Schnelle Starts sind eingeschaltet: Ihr Interpreter war im Voraus gestartet, darum ist dieses Init kürzer als ein Kaltstart bei Lambda. Nur der eigene Code der Funktion wurde geladen.</translation>
    </message>
    <message>
        <source>It waited %1 until a process was attached. Lambda would have started one.</source>
        <translation>Sie wartete %1, bis ein Prozess angeschlossen war. Lambda hätte einen gestartet.</translation>
    </message>
    <message>
        <source>At %1 its process had ended or was cut off. It was attached, so nothing starts it again.</source>
        <translation>Um %1 war ihr Prozess beendet oder getrennt. Er war angeschlossen, darum startet ihn nichts neu.</translation>
    </message>
    <message>
        <source>It is a process that was attached: its init was over when it came, nothing freezes it between invocations, and its memory is measured but not limited.</source>
        <translation>Sie ist ein angeschlossener Prozess: Sein Init war vorbei, als er kam, nichts friert ihn zwischen Aufrufen ein, und sein Speicher wird gemessen, aber nicht begrenzt.</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>The folder &quot;%1&quot; is not empty. Choose another name.</source>
        <translation>Der Ordner „%1“ ist nicht leer. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made here. Choose another place.</source>
        <translation>Der Ordner „%1“ lässt sich hier nicht anlegen. Bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; would lie outside the project&apos;s folder. Choose a plain name.</source>
        <translation>„%1“ läge außerhalb des Projektordners. Bitte einen einfachen Namen wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already. Choose another name.</source>
        <translation>„%1“ gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies inside the project itself. Choose a folder beside it.</source>
        <translation>„%1“ liegt im Projekt selbst. Bitte einen Ordner daneben wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was removed from the project. Undo brings it back.</source>
        <translation>„%1“ wurde aus dem Projekt entfernt. Rückgängig holt es zurück.</translation>
    </message>
    <message>
        <source>There is nothing at &quot;%1&quot;. Give a project&apos;s folder or its template file.</source>
        <translation>Bei „%1“ ist nichts. Gebraucht wird der Ordner eines Projekts oder seine Template-Datei.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; has no template.json or template.yaml, so it is not a SAM application. Open another folder or make a new project.</source>
        <translation>Der Ordner „%1“ hat weder template.json noch template.yaml und ist deshalb keine SAM-Anwendung. Einen anderen Ordner öffnen oder ein neues Projekt anlegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is larger than 16 MB, too large to be edited here.</source>
        <translation>„%1“ ist größer als 16 MB, zu groß, um es hier zu bearbeiten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not UTF-8 text, so it is left as it is. Save it as UTF-8 to edit it here.</source>
        <translation>„%1“ ist kein UTF-8-Text und bleibt deshalb, wie es ist. Als UTF-8 gespeichert, lässt es sich hier bearbeiten.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2. Nothing was saved; your edits are kept here. Save to another folder instead.</source>
        <translation>„%1“ lässt sich nicht schreiben: %2. Nichts wurde gespeichert; die Änderungen bleiben hier erhalten. In einen anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not take its place: %2. Your edits are kept here. Save to another folder instead.</source>
        <translation>„%1“ konnte seinen Platz nicht einnehmen: %2. Die Änderungen bleiben hier erhalten. In einen anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made here.</source>
        <translation>Der Ordner „%1“ lässt sich hier nicht anlegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; exists already and was not overwritten. Choose an empty folder.</source>
        <translation>„%1“ gibt es schon und wurde nicht überschrieben. Bitte einen leeren Ordner wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be copied: %2.</source>
        <translation>„%1“ lässt sich nicht kopieren: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be sent, so nothing was: Lambda takes only JSON. %2</source>
        <translation>„%1“ kann nicht gesendet werden, es wurde also nichts gesendet: Lambda nimmt nur JSON. %2</translation>
    </message>
    <message>
        <source>The trace file &quot;%1&quot; cannot be read. Give a path inside the project&apos;s folder.</source>
        <translation>Die Trace-Datei „%1“ lässt sich nicht lesen. Gebraucht wird ein Pfad im Projektordner.</translation>
    </message>
    <message>
        <source>The trace &quot;%1&quot; is large (%2 MB) and is still being read; its requests are here in a moment.</source>
        <translation>Die Aufzeichnung „%1“ ist groß (%2 MB) und wird noch gelesen; gleich sind ihre Anfragen da.</translation>
    </message>
</context>
<context>
    <name>fit</name>
    <message>
        <source>%1: %2 values, all of them %3.</source>
        <translation>%1: %2 Werte, alle %3.</translation>
    </message>
    <message>
        <source>%1: the %2 values themselves, because they are too few to tell a shape.</source>
        <translation>%1: die %2 Werte selbst, weil sie zu wenige sind, um eine Form zu erkennen.</translation>
    </message>
    <message>
        <source>%1: log-normal with median %5 and 99th percentile %6, because it is nowhere further than %3 % from the %2 values; chance alone makes up to %4 %.</source>
        <translation>%1: log-normal mit Median %5 und 99. Perzentil %6, weil das nirgends weiter als %3 % von den %2 Werten liegt; der Zufall allein macht bis zu %4 % aus.</translation>
    </message>
    <message>
        <source>%1: %7 quantiles of the %2 values, because a log-normal would be %3 % off somewhere; chance alone makes up to %4 %.</source>
        <translation>%1: %7 Quantile der %2 Werte, weil eine log-normale Verteilung irgendwo %3 % daneben läge; der Zufall allein macht bis zu %4 % aus.</translation>
    </message>
    <message>
        <source>The file has more than %1 requests. Take a part of it.</source>
        <translation>Die Datei hat mehr als %1 Anfragen. Einen Teil davon nehmen.</translation>
    </message>
    <message>
        <source>The lines come from %1 memory sizes; only the %2 of them with %3 MB count.</source>
        <translation>Die Zeilen stammen von %1 Speichergrößen; nur die %2 davon mit %3 MB zählen.</translation>
    </message>
    <message>
        <source>%1 of %2 requests timed out; how long they would have taken is not known, so they count with their time-out.</source>
        <translation>%1 von %2 Anfragen liefen in den Timeout; wie lange sie gedauert hätten, ist unbekannt, deshalb zählen sie mit ihrem Timeout.</translation>
    </message>
    <message>
        <source>The file has %1 functions that fit; the first is taken. Name one with --function.</source>
        <translation>Die Datei hat %1 passende Funktionen; die erste wird genommen. Mit --function eine nennen.</translation>
    </message>
    <message>
        <source>The file has percentiles, not the values: between them the model goes in straight lines.</source>
        <translation>Die Datei hat Perzentile, nicht die Werte: Dazwischen verläuft das Modell geradlinig.</translation>
    </message>
    <message>
        <source>No line of this file says how long a request took. Take REPORT lines of CloudWatch Logs, or a trace with durations.</source>
        <translation>Keine Zeile dieser Datei sagt, wie lange eine Anfrage dauerte. REPORT-Zeilen aus CloudWatch Logs nehmen oder eine Aufzeichnung mit Dauern.</translation>
    </message>
    <message>
        <source>No request was a cold start: Init stays what it was, and a first invocation takes as long as any.</source>
        <translation>Keine Anfrage war ein Kaltstart: Init bleibt, was es war, und ein erster Aufruf dauert so lange wie jeder.</translation>
    </message>
    <message>
        <source>Every request was a cold start: later invocations take as long as a first.</source>
        <translation>Jede Anfrage war ein Kaltstart: Spätere Aufrufe dauern so lange wie ein erster.</translation>
    </message>
    <message>
        <source>Every invocation failed, so nothing is known of what the handler prints and answers.</source>
        <translation>Jeder Aufruf ist fehlgeschlagen; darum ist nicht bekannt, was der Handler ausgibt und antwortet.</translation>
    </message>
    <message>
        <source>LogLines: the handler does not print the same every time; what it printed most often is taken.</source>
        <translation>LogLines: Der Handler gibt nicht jedes Mal dasselbe aus; genommen wird, was er am häufigsten ausgab.</translation>
    </message>
</context>
<context>
    <name>live</name>
    <message>
        <source>%1 needs %2, which is not installed here. Install Debian&apos;s package %3; until then the function can be simulated.</source>
        <translation>%1 braucht %2, das hier nicht installiert ist. Installieren Sie Debians Paket %3; bis dahin lässt sich die Funktion simulieren.</translation>
    </message>
    <message>
        <source>The code folder of %1 has no file &quot;bootstrap&quot;. A custom runtime is an executable of that name.</source>
        <translation>Der Codeordner von %1 hat keine Datei „bootstrap“. Eine eigene Laufzeit ist ein ausführbares Programm dieses Namens.</translation>
    </message>
    <message>
        <source>The file &quot;bootstrap&quot; of %1 is not executable. Allow it with chmod +x.</source>
        <translation>Die Datei „bootstrap“ von %1 ist nicht ausführbar. Erlauben Sie es mit chmod +x.</translation>
    </message>
    <message>
        <source>The runtime %1 is not installed on this machine; %2 runs its handlers. What differs between the two differs from Lambda.</source>
        <translation>Die Laufzeit %1 ist auf diesem Rechner nicht installiert; %2 führt ihre Handler aus. Worin sich beide unterscheiden, darin weicht es von Lambda ab.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written. Make room, or check its folder&apos;s rights.</source>
        <translation>„%1“ kann nicht geschrieben werden. Schaffen Sie Platz oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>%1 cannot be built, because nothing can be written to &quot;%2&quot;. Make room, or check the folder&apos;s rights.</source>
        <translation>%1 kann nicht gebaut werden, weil in „%2“ nichts geschrieben werden kann. Schaffen Sie Platz, oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>%1 could not be built: %2</source>
        <translation>%1 konnte nicht gebaut werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be built: its build was ended after %2 minutes.</source>
        <translation>%1 konnte nicht gebaut werden: Der Build wurde nach %2 Minuten beendet.</translation>
    </message>
    <message>
        <source>%1 could not be built: the rule build-%1 of its Makefile put nothing into the folder $(ARTIFACTS_DIR).</source>
        <translation>%1 konnte nicht gebaut werden: Die Regel build-%1 des Makefiles hat nichts in den Ordner $(ARTIFACTS_DIR) gelegt.</translation>
    </message>
    <message>
        <source>%1 cannot be built: %2, which its Makefile calls, is not installed here. Until it is, the function can be simulated.</source>
        <translation>%1 kann nicht gebaut werden: %2, das sein Makefile aufruft, ist hier nicht installiert. Bis dahin kann die Funktion simuliert werden.</translation>
    </message>
    <message>
        <source>%1 cannot be built: %2 is not installed here. Install Debian&apos;s package %3; until then the function can be simulated.</source>
        <translation>%1 kann nicht gebaut werden: %2 ist hier nicht installiert. Installieren Sie Debians Paket %3; bis dahin kann die Funktion simuliert werden.</translation>
    </message>
    <message>
        <source>%1 could not be built: %2, line %3: %4</source>
        <translation>%1 konnte nicht gebaut werden: %2, Zeile %3: %4</translation>
    </message>
    <message>
        <source>%1 could not be built: its code folder has no Makefile with the rule build-%1, which its BuildMethod asks for.</source>
        <translation>%1 konnte nicht gebaut werden: Der Code-Ordner hat kein Makefile mit der Regel build-%1, die seine BuildMethod verlangt.</translation>
    </message>
    <message>
        <source>%1 needs Java, which is not installed here. Install Debian&apos;s packages default-jdk-headless and libjackson2-databind-java; until then the function can be simulated.</source>
        <translation>%1 braucht Java, das hier nicht installiert ist. Installieren Sie Debians Pakete default-jdk-headless und libjackson2-databind-java; bis dahin kann die Funktion simuliert werden.</translation>
    </message>
    <message>
        <source>%1 needs the library Jackson, which is not installed here. Install Debian&apos;s package libjackson2-databind-java; until then the function can be simulated.</source>
        <translation>%1 braucht die Bibliothek Jackson, die hier nicht installiert ist. Installieren Sie Debians Paket libjackson2-databind-java; bis dahin kann die Funktion simuliert werden.</translation>
    </message>
    <message>
        <source>%1 cannot be run by this copy of Coldstart, which was built without Java. Build it again where default-jdk-headless and libjackson2-databind-java are installed.</source>
        <translation>%1 kann von dieser Kopie von Coldstart nicht ausgeführt werden, denn sie wurde ohne Java gebaut. Bauen Sie sie neu, wo default-jdk-headless und libjackson2-databind-java installiert sind.</translation>
    </message>
    <message>
        <source>Handlers of the runtime %1 cannot be run here; Python, Node.js, Ruby, Java and custom runtimes can. The function can still be simulated.</source>
        <translation>Handler der Laufzeit %1 können hier nicht ausgeführt werden; Python, Node.js, Ruby, Java und eigene Laufzeiten können es. Die Funktion kann weiterhin simuliert werden.</translation>
    </message>
</context>
<context>
    <name>logs</name>
    <message>
        <source>JSON patterns like { $.level = &quot;ERROR&quot; } and field patterns like [ip, status] are not read yet. Use words: ERROR -Timeout, ?ERROR ?WARN or &quot;two words&quot;.</source>
        <translation>JSON-Muster wie { $.level = &quot;ERROR&quot; } und Feldmuster wie [ip, status] werden noch nicht gelesen. Es gehen Wörter: ERROR -Timeout, ?ERROR ?WARN oder &quot;zwei Wörter&quot;.</translation>
    </message>
    <message>
        <source>The quotation mark before %1 has no partner. Close it with another one.</source>
        <translation>Das Anführungszeichen vor %1 hat kein Gegenstück. Es fehlt das schließende.</translation>
    </message>
</context>
<context>
    <name>package</name>
    <message>
        <source>&quot;%1&quot; is a link to &quot;%2&quot;, which is not in the package. Put the file itself in its place.</source>
        <translation>„%1“ ist eine Verknüpfung mit „%2“, was nicht im Paket liegt. Setzen Sie die Datei selbst an ihre Stelle.</translation>
    </message>
    <message>
        <source>Unzipped size must be smaller than %1 bytes. Leave out what the function does not need.</source>
        <translation>Unzipped size must be smaller than %1 bytes. Lassen Sie weg, was die Funktion nicht braucht.</translation>
    </message>
    <message>
        <source>The package has an entry &quot;%1&quot;, which would lie outside its folder. Nothing was taken from it.</source>
        <translation>Das Paket hat einen Eintrag „%1“, der außerhalb seines Ordners läge. Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>The package has two files &quot;%1&quot;. Leave one out.</source>
        <translation>Das Paket hat zwei Dateien „%1“. Lassen Sie eine weg.</translation>
    </message>
    <message>
        <source>The package has a file &quot;%1&quot; below &quot;%2&quot;, which is not a folder.</source>
        <translation>Das Paket hat eine Datei „%1“ unterhalb von „%2“, das kein Ordner ist.</translation>
    </message>
    <message>
        <source>This is not a .zip file that can be read: %1.</source>
        <translation>Das ist keine lesbare .zip-Datei: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the package cannot be read: %2.</source>
        <translation>„%1“ im Paket kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the package is neither a file, a folder nor a link.</source>
        <translation>„%1“ im Paket ist weder Datei noch Ordner noch Verknüpfung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the package is encrypted; Lambda does not take such a package. Zip it without a password.</source>
        <translation>„%1“ im Paket ist verschlüsselt; ein solches Paket nimmt Lambda nicht an. Packen Sie es ohne Passwort.</translation>
    </message>
    <message>
        <source>The package is empty. Zip the function&apos;s files.</source>
        <translation>Das Paket ist leer. Packen Sie die Dateien der Funktion.</translation>
    </message>
    <message>
        <source>The package cannot be zipped: %1.</source>
        <translation>Das Paket kann nicht gepackt werden: %1.</translation>
    </message>
    <message>
        <source>There are no files to put into a package. Write some code first.</source>
        <translation>Es gibt keine Dateien für ein Paket. Schreiben Sie zuerst Code.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written: %2. Nothing was imported.</source>
        <translation>„%1“ kann nicht geschrieben werden: %2. Nichts wurde importiert.</translation>
    </message>
    <message>
        <source>The new code cannot take the place of &quot;%1&quot;. The folder is as it was; close what uses it and try again.</source>
        <translation>Der neue Code kann „%1“ nicht ersetzen. Der Ordner ist, wie er war; schließen Sie, was ihn benutzt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The code folder &quot;%1&quot; is not there, so there is nothing to put into a package. CodeUri in the template names it.</source>
        <translation>Der Code-Ordner „%1“ ist nicht da, also gibt es nichts für ein Paket. CodeUri in der Vorlage nennt ihn.</translation>
    </message>
    <message>
        <source>A custom runtime starts the file &quot;bootstrap&quot;, and &quot;%1&quot; has none. Build it there first.</source>
        <translation>Eine eigene Laufzeit startet die Datei „bootstrap“, und „%1“ hat keine. Bauen Sie sie zuerst dort.</translation>
    </message>
    <message>
        <source>Lambda could not start &quot;%1&quot;: it is not executable. Set its permission with chmod +x.</source>
        <translation>Lambda könnte „%1“ nicht starten: Die Datei ist nicht ausführbar. Setzen Sie das Recht mit chmod +x.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has files, and they were left as they are. Allow that they are replaced (--replace), or choose another folder.</source>
        <translation>„%1“ hat schon Dateien, und sie blieben, wie sie sind. Erlauben Sie, dass sie ersetzt werden (--replace), oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The code of &quot;%1&quot; has no folder of its own inside the project. Name one in CodeUri first.</source>
        <translation>Der Code von „%1“ hat keinen eigenen Ordner im Projekt. Nennen Sie zuerst einen in CodeUri.</translation>
    </message>
    <message>
        <source>What starts this package does not follow from its files: it has no lambda_function.py, index.js, index.mjs or bootstrap. Name its runtime and its handler.</source>
        <translation>Was dieses Paket startet, folgt nicht aus seinen Dateien: Es hat weder lambda_function.py, index.js, index.mjs noch bootstrap. Nennen Sie seine Laufzeit und seinen Handler.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2.</source>
        <translation>„%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be made here.</source>
        <translation>Der Ordner „%1“ lässt sich hier nicht anlegen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; lies in the code folder, so the next package would hold this one. Write it somewhere else.</source>
        <translation>„%1“ liegt im Code-Ordner, also enthielte das nächste Paket dieses. Schreiben Sie es woandershin.</translation>
    </message>
    <message>
        <source>The package &quot;%1&quot; cannot be written: %2.</source>
        <translation>Das Paket „%1“ kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>pattern</name>
    <message>
        <source>The event has no value &quot;%1&quot;; the pattern wants %2.</source>
        <translation>Das Event hat keinen Wert „%1“; das Muster verlangt %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 in the event; the pattern wants %3.</source>
        <translation>„%1“ ist im Event %2; das Muster verlangt %3.</translation>
    </message>
    <message>
        <source>Each of %1 has a value that fits, but not within the same element of a list.</source>
        <translation>Zu jedem von %1 gibt es einen passenden Wert, aber nicht im selben Element einer Liste.</translation>
    </message>
    <message>
        <source>The event is not a JSON object, so no pattern matches it: %1</source>
        <translation>Das Event ist kein JSON-Objekt, deshalb passt kein Muster darauf: %1</translation>
    </message>
    <message>
        <source>An event source mapping has at most %1 filters; these are %2. Put several values into one pattern, or ask AWS for a higher quota.</source>
        <translation>Ein Event Source Mapping hat höchstens %1 Filter; dies sind %2. Mehrere Werte in ein Muster fassen oder bei AWS eine höhere Quota beantragen.</translation>
    </message>
    <message>
        <source>The filter looks into &quot;%1&quot; as JSON, but the record carries plain text: it is dropped.</source>
        <translation>Der Filter liest „%1“ als JSON, aber der Record enthält einfachen Text: Er wird verworfen.</translation>
    </message>
    <message>
        <source>The filter wants &quot;%1&quot; as plain text, but the record carries JSON: it is dropped.</source>
        <translation>Der Filter verlangt „%1“ als einfachen Text, aber der Record enthält JSON: Er wird verworfen.</translation>
    </message>
    <message>
        <source>The notification is not for %1 but for %2.</source>
        <translation>Die Benachrichtigung gilt nicht %1, sondern %2.</translation>
    </message>
    <message>
        <source>The key %1 does not begin with %2.</source>
        <translation>Der Schlüssel %1 beginnt nicht mit %2.</translation>
    </message>
    <message>
        <source>The key %1 does not end with %2.</source>
        <translation>Der Schlüssel %1 endet nicht mit %2.</translation>
    </message>
    <message>
        <source>%1 is switched off.</source>
        <translation>%1 ist ausgeschaltet.</translation>
    </message>
</context>
<context>
    <name>quota</name>
    <message>
        <source>%1 Point the alias to a published version.</source>
        <translation>%1 Der Alias muss auf eine veröffentlichte Version zeigen.</translation>
    </message>
    <message>
        <source>%1. Give one of the two functions another name.</source>
        <translation>%1. Eine der beiden Funktionen braucht einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 The account has %2, other functions reserve %3: this one can reserve up to %4.</source>
        <translation>%1 Das Konto hat %2, andere Funktionen reservieren %3: Diese kann bis zu %4 reservieren.</translation>
    </message>
    <message>
        <source>%1 Set AutoPublishAlias, for example to &quot;live&quot;.</source>
        <translation>%1 AutoPublishAlias setzen, zum Beispiel auf „live“.</translation>
    </message>
    <message>
        <source>%1. %2 reserves %3 and asks for %4.</source>
        <translation>%1. %2 reserviert %3 und verlangt %4.</translation>
    </message>
    <message>
        <source>%1 Ask for up to %2, or raise the account&apos;s limit.</source>
        <translation>%1 Höchstens %2 verlangen oder die Grenze des Kontos anheben.</translation>
    </message>
    <message>
        <source>%1 At %2 the functions would reserve %3 of the account&apos;s %4.</source>
        <translation>%1 Bei %2 würden die Funktionen %3 der %4 des Kontos reservieren.</translation>
    </message>
    <message>
        <source>%1. %2 can be %3 or more.</source>
        <translation>%1. %2 kann %3 oder mehr sein.</translation>
    </message>
    <message>
        <source>%1. %2 can be %3 to %4.</source>
        <translation>%1. %2 kann %3 bis %4 sein.</translation>
    </message>
    <message>
        <source>%1. %2 can have %3 characters; this has %4.</source>
        <translation>%1. %2 kann %3 Zeichen haben; hier sind es %4.</translation>
    </message>
    <message>
        <source>%1 Give the resource a name of letters and digits; FunctionName may also hold hyphens and underscores.</source>
        <translation>%1 Der Name der Ressource besteht aus Buchstaben und Ziffern; FunctionName darf auch Bindestriche und Unterstriche enthalten.</translation>
    </message>
    <message>
        <source>%1. A function name has letters, digits, hyphens and underscores.</source>
        <translation>%1. Ein Funktionsname besteht aus Buchstaben, Ziffern, Bindestrichen und Unterstrichen.</translation>
    </message>
    <message>
        <source>%1. A handler has no spaces; for Python it is file.function.</source>
        <translation>%1. Ein Handler hat keine Leerzeichen; in Python ist es datei.funktion.</translation>
    </message>
    <message>
        <source>%1 has no %2. A function in a zip package needs a runtime such as python3.13 and a handler such as app.handler.</source>
        <translation>%1 hat kein %2. Eine Funktion in einem Zip-Paket braucht eine Runtime wie python3.13 und einen Handler wie app.handler.</translation>
    </message>
    <message>
        <source>%1. Choose one of the listed runtimes.</source>
        <translation>%1. Bitte eine der aufgeführten Runtimes wählen.</translation>
    </message>
    <message>
        <source>%1 A newer version of the same language is the nearest.</source>
        <translation>%1 Am nächsten liegt eine neuere Version derselben Sprache.</translation>
    </message>
    <message>
        <source>The runtime %1 is deprecated since %2: it still runs, but gets no more security updates.</source>
        <translation>Die Runtime %1 ist seit %2 veraltet: Sie läuft noch, bekommt aber keine Sicherheitsupdates mehr.</translation>
    </message>
    <message>
        <source>%1. An alias has letters, digits, hyphens and underscores, and not only digits.</source>
        <translation>%1. Ein Alias besteht aus Buchstaben, Ziffern, Bindestrichen und Unterstrichen, und nicht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>%1. A variable&apos;s name starts with a letter and has at least two letters, digits or underscores.</source>
        <translation>%1. Der Name einer Variablen beginnt mit einem Buchstaben und hat mindestens zwei Buchstaben, Ziffern oder Unterstriche.</translation>
    </message>
    <message>
        <source>%1. Lambda sets these itself; choose other names.</source>
        <translation>%1. Diese setzt Lambda selbst; bitte andere Namen wählen.</translation>
    </message>
    <message>
        <source>%1 … They take %2 bytes of 4096. Keep large values in a file of the package or in Parameter Store.</source>
        <translation>%1 … Sie brauchen %2 Byte von 4096. Große Werte gehören in eine Datei des Pakets oder in den Parameter Store.</translation>
    </message>
    <message>
        <source>%1. Capital letters matter.</source>
        <translation>%1. Auf Großbuchstaben kommt es an.</translation>
    </message>
    <message>
        <source>%1. A function has exactly one architecture: [x86_64] or [arm64].</source>
        <translation>%1. Eine Funktion hat genau eine Architektur: [x86_64] oder [arm64].</translation>
    </message>
</context>
<context>
    <name>rule</name>
    <message>
        <source>Functions without a reserve share the account&apos;s unreserved concurrency; a request beyond it gets 429 ConcurrentInvocationLimitExceeded.</source>
        <translation>Funktionen ohne Reserve teilen sich die nicht reservierte Concurrency des Kontos; eine Anfrage darüber hinaus erhält 429 ConcurrentInvocationLimitExceeded.</translation>
    </message>
    <message>
        <source>A reserve belongs to its function and caps it.</source>
        <translation>Eine Reserve gehört ihrer Funktion und begrenzt sie.</translation>
    </message>
    <message>
        <source>Reserved concurrency 0 throttles every request.</source>
        <translation>Reserved Concurrency 0 drosselt jede Anfrage.</translation>
    </message>
    <message>
        <source>At least 100 of the account&apos;s concurrency stay unreserved; a reserve that would take them is refused.</source>
        <translation>Mindestens 100 der Concurrency des Kontos bleiben unreserviert; eine Reserve, die sie nähme, wird abgelehnt.</translation>
    </message>
    <message>
        <source>Ten requests a second for each unit of concurrency.</source>
        <translation>Zehn Anfragen je Sekunde für jede Einheit Concurrency.</translation>
    </message>
    <message>
        <source>Up to 1 000 new environments for each function in ten seconds, refilled without pause.</source>
        <translation>Bis zu 1 000 neue Umgebungen je Funktion in zehn Sekunden, ohne Pause nachgefüllt.</translation>
    </message>
    <message>
        <source>Requests take provisioned environments first and spill over to on-demand ones.</source>
        <translation>Anfragen nehmen zuerst bereitgestellte Umgebungen und weichen dann auf On-Demand-Umgebungen aus.</translation>
    </message>
    <message>
        <source>Provisioned concurrency serves ten requests a second for each unit; more spill over.</source>
        <translation>Provisioned Concurrency bedient zehn Anfragen je Sekunde für jede Einheit; weitere weichen aus.</translation>
    </message>
    <message>
        <source>No provisioned environment is used until all that were asked for are ready.</source>
        <translation>Keine bereitgestellte Umgebung wird benutzt, bevor alle angeforderten bereit sind.</translation>
    </message>
    <message>
        <source>Allocating provisioned concurrency begins after a minute or two, taken as 90 s, then up to 6 000 environments a minute.</source>
        <translation>Die Bereitstellung von Provisioned Concurrency beginnt nach ein bis zwei Minuten, angenommen 90 s, danach bis zu 6 000 Umgebungen je Minute.</translation>
    </message>
    <message>
        <source>Of several idle environments the most recently used one is taken.</source>
        <translation>Von mehreren freien Umgebungen wird die zuletzt benutzte genommen.</translation>
    </message>
    <message>
        <source>A request that finds no idle environment waits for its own new one, even if another becomes free first.</source>
        <translation>Eine Anfrage, die keine freie Umgebung findet, wartet auf ihre eigene neue, auch wenn eine andere früher frei wird.</translation>
    </message>
    <message>
        <source>An idle environment is reclaimed after a time drawn for it; without a setting, 5 to 7 minutes.</source>
        <translation>Eine freie Umgebung wird nach einer für sie gezogenen Zeit abgebaut; ohne Einstellung 5 bis 7 Minuten.</translation>
    </message>
    <message>
        <source>An environment is recycled at an age drawn for it, even under traffic; without a setting, a median of 6 hours.</source>
        <translation>Eine Umgebung wird in einem für sie gezogenen Alter ersetzt, auch unter Last; ohne Einstellung im Median nach 6 Stunden.</translation>
    </message>
    <message>
        <source>An invocation is cut off at the function&apos;s time-out.</source>
        <translation>Ein Aufruf wird beim Timeout der Funktion abgebrochen.</translation>
    </message>
    <message>
        <source>After a time-out or a crash the environment is reset: init runs again inside the next invocation, at its cost.</source>
        <translation>Nach einem Timeout oder Absturz wird die Umgebung zurückgesetzt: Die Init-Phase läuft im nächsten Aufruf noch einmal, auf dessen Kosten.</translation>
    </message>
    <message>
        <source>Init may take 10 s on demand; provisioned, 130 s or the function&apos;s time-out, whichever is longer.</source>
        <translation>Die Init-Phase darf on demand 10 s dauern, bereitgestellt 130 s oder das Timeout der Funktion, je nachdem, was länger ist.</translation>
    </message>
    <message>
        <source>An init that failed or took too long runs again with the first invocation, under the function&apos;s time-out.</source>
        <translation>Eine Init-Phase, die fehlschlug oder zu lange dauerte, läuft mit dem ersten Aufruf noch einmal, unter dem Timeout der Funktion.</translation>
    </message>
    <message>
        <source>If the init of a provisioned environment fails, the allocation fails: FUNCTION_ERROR_INIT_FAILURE.</source>
        <translation>Schlägt die Init-Phase einer bereitgestellten Umgebung fehl, scheitert die Bereitstellung: FUNCTION_ERROR_INIT_FAILURE.</translation>
    </message>
    <message>
        <source>New code or configuration starts new environments; the old ones go after their current invocation.</source>
        <translation>Neuer Code oder eine neue Konfiguration startet neue Umgebungen; die alten gehen nach ihrem laufenden Aufruf.</translation>
    </message>
    <message>
        <source>Versions never share environments; an alias spreads requests by weight.</source>
        <translation>Versionen teilen sich nie Umgebungen; ein Alias verteilt Anfragen nach Gewicht.</translation>
    </message>
    <message>
        <source>With SnapStart a published version restores a snapshot instead of running init.</source>
        <translation>Mit SnapStart stellt eine veröffentlichte Version einen Snapshot wieder her, statt die Init-Phase auszuführen.</translation>
    </message>
    <message>
        <source>With the option set, a recycled environment is replaced ahead of the next request; Lambda may initialise environments proactively.</source>
        <translation>Mit gesetzter Option wird eine abgelöste Umgebung vor der nächsten Anfrage ersetzt; Lambda darf Umgebungen vorausschauend initialisieren.</translation>
    </message>
    <message>
        <source>Memory gives processor time in proportion, one vCPU at 1 769 MB.</source>
        <translation>Speicher gibt Prozessorzeit im Verhältnis, eine vCPU bei 1 769 MB.</translation>
    </message>
    <message>
        <source>Init runs with a boost and does not depend on memory.</source>
        <translation>Die Init-Phase läuft beschleunigt und hängt nicht vom Speicher ab.</translation>
    </message>
    <message>
        <source>An environment that needs more memory than configured is killed half-way through its invocation and reset; when exactly is our assumption.</source>
        <translation>Eine Umgebung, die mehr als den eingestellten Speicher braucht, wird mitten im Aufruf beendet und zurückgesetzt; wann genau, ist unsere Annahme.</translation>
    </message>
    <message>
        <source>The first retry of an event whose function failed comes after a minute.</source>
        <translation>Der erste neue Versuch eines Ereignisses, dessen Funktion fehlschlug, kommt nach einer Minute.</translation>
    </message>
    <message>
        <source>The second retry comes two minutes after that.</source>
        <translation>Der zweite Versuch kommt zwei Minuten danach.</translation>
    </message>
    <message>
        <source>MaximumRetryAttempts, 0 to 2, limits the retries after function errors.</source>
        <translation>MaximumRetryAttempts, 0 bis 2, begrenzt die neuen Versuche nach Funktionsfehlern.</translation>
    </message>
    <message>
        <source>A throttled event goes back to the queue and is tried again after 1 s, doubling up to 5 minutes, without using up retries.</source>
        <translation>Ein gedrosseltes Ereignis geht zurück in die Warteschlange und wird nach 1 s wieder versucht, verdoppelt bis 5 Minuten, ohne Versuche zu verbrauchen.</translation>
    </message>
    <message>
        <source>An event older than MaximumEventAgeInSeconds is dropped.</source>
        <translation>Ein Ereignis, das älter als MaximumEventAgeInSeconds ist, wird verworfen.</translation>
    </message>
    <message>
        <source>With reserved concurrency 0 an event goes to its failure destination at once.</source>
        <translation>Bei Reserved Concurrency 0 geht ein Ereignis sofort an sein Fehlerziel.</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>Execution environments</source>
        <translation>Ausführungsumgebungen</translation>
    </message>
    <message>
        <source>Asynchronous invocation</source>
        <translation>Asynchroner Aufruf</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>remembered</source>
        <translation>aus dem Gedächtnis</translation>
    </message>
    <message>
        <source>simplified</source>
        <translation>vereinfacht</translation>
    </message>
    <message>
        <source>Since August 2025 init is part of the billed duration of every start.</source>
        <translation>Seit August 2025 gehört Init bei jedem Start zur abgerechneten Dauer.</translation>
    </message>
    <message>
        <source>An init that failed is billed where it runs again, as part of that invocation; the failed one itself is taken as free.</source>
        <translation>Ein fehlgeschlagenes Init wird dort abgerechnet, wo es noch einmal läuft, als Teil jenes Aufrufs; das fehlgeschlagene selbst gilt hier als kostenlos.</translation>
    </message>
    <message>
        <source>Of restoring a snapshot, what follows the resumed snapshot is billed, taken as a third of it.</source>
        <translation>Vom Wiederherstellen eines Snapshots wird abgerechnet, was auf das Fortsetzen folgt; angenommen ist ein Drittel davon.</translation>
    </message>
    <message>
        <source>Init of an environment that was started ahead is billed even if it never serves a request.</source>
        <translation>Init einer im Voraus gestarteten Umgebung wird auch dann abgerechnet, wenn sie nie eine Anfrage bedient.</translation>
    </message>
    <message>
        <source>Provisioned concurrency is paid for as long as it is kept, rounded up to five minutes.</source>
        <translation>Provisioned Concurrency wird bezahlt, solange sie besteht, aufgerundet auf fünf Minuten.</translation>
    </message>
    <message>
        <source>SnapStart costs a cache charge for each published version, three hours at least, and a charge for each restore; Java has neither.</source>
        <translation>SnapStart kostet eine Gebühr für den Cache jeder veröffentlichten Version, mindestens drei Stunden, und eine für jede Wiederherstellung; Java kostet beides nichts.</translation>
    </message>
    <message>
        <source>Target tracking adds provisioned concurrency after three minutes in a row whose average utilization was over the target.</source>
        <translation>Target Tracking fügt Provisioned Concurrency nach drei Minuten in Folge hinzu, in denen die durchschnittliche Auslastung über dem Ziel lag.</translation>
    </message>
    <message>
        <source>It takes some away after fifteen minutes in a row under nine tenths of the target; a minute without an invocation counts for neither.</source>
        <translation>Es nimmt welche weg nach fünfzehn Minuten in Folge unter neun Zehnteln des Ziels; eine Minute ohne Aufruf zählt für keines von beiden.</translation>
    </message>
    <message>
        <source>A scheduled action moves the bounds of provisioned concurrency, and what is outside them follows at once.</source>
        <translation>Eine geplante Aktion verschiebt die Grenzen der Provisioned Concurrency, und was außerhalb liegt, folgt sofort.</translation>
    </message>
    <message>
        <source>A call to a queue is taken to last 20 ms and to give all that fits into the batch.</source>
        <translation>Eine Abfrage einer Warteschlange dauert in der Simulation 20 ms und bringt alles, was in den Batch passt.</translation>
    </message>
    <message>
        <source>Under low traffic a batch may wait 20 s, the length of a long poll, even if its window is shorter.</source>
        <translation>Bei wenig Verkehr kann ein Batch 20 s warten, so lange wie eine lange Abfrage, auch wenn sein Fenster kürzer ist.</translation>
    </message>
    <message>
        <source>A batch closes when it has BatchSize messages or its batching window is over.</source>
        <translation>Ein Batch wird geschlossen, wenn er BatchSize Nachrichten hat oder sein Sammelfenster vorbei ist.</translation>
    </message>
    <message>
        <source>A queue is read by up to five batches at a time at first.</source>
        <translation>Eine Warteschlange wird zuerst mit bis zu fünf Batches gleichzeitig gelesen.</translation>
    </message>
    <message>
        <source>While messages wait, up to 300 more concurrent invocations a minute are added, up to 1 250; that this goes on evenly is our assumption.</source>
        <translation>Solange Nachrichten warten, kommen bis zu 300 gleichzeitige Aufrufe je Minute dazu, bis 1 250; dass das gleichmäßig geschieht, ist unsere Annahme.</translation>
    </message>
    <message>
        <source>MaximumConcurrency, 2 to 1 000, caps what one mapping invokes at a time.</source>
        <translation>MaximumConcurrency, 2 bis 1 000, begrenzt, was ein Mapping gleichzeitig aufruft.</translation>
    </message>
    <message>
        <source>In provisioned mode each poller serves ten invocations at a time, and 1 000 more a minute are added.</source>
        <translation>Im bereitgestellten Modus bedient jeder Poller zehn Aufrufe gleichzeitig, und je Minute kommen 1 000 dazu.</translation>
    </message>
    <message>
        <source>An idle queue falls to two pollers, we take it after a minute.</source>
        <translation>Eine leere Warteschlange fällt auf zwei Poller zurück, in der Simulation nach einer Minute.</translation>
    </message>
    <message>
        <source>A batch that fails or is throttled lowers the concurrency; we take one away for each.</source>
        <translation>Ein Batch, der scheitert oder gedrosselt wird, senkt die Gleichzeitigkeit; in der Simulation jeder um eins.</translation>
    </message>
    <message>
        <source>A throttled batch is tried again until its visibility timeout is over; then its messages are back in the queue.</source>
        <translation>Ein gedrosselter Batch wird wieder versucht, bis sein Visibility Timeout vorbei ist; dann sind seine Nachrichten wieder in der Warteschlange.</translation>
    </message>
    <message>
        <source>After a success the poller deletes the messages of the batch.</source>
        <translation>Nach einem Erfolg löscht der Poller die Nachrichten des Batches.</translation>
    </message>
    <message>
        <source>A received message is hidden for the visibility timeout; one that was not deleted then is visible again.</source>
        <translation>Eine empfangene Nachricht ist für die Dauer des Visibility Timeout verborgen; wurde sie bis dahin nicht gelöscht, ist sie wieder sichtbar.</translation>
    </message>
    <message>
        <source>A message that was received maxReceiveCount times goes to the dead-letter queue instead of being received again.</source>
        <translation>Eine Nachricht, die maxReceiveCount-mal empfangen wurde, kommt in die Dead-Letter-Queue, statt noch einmal empfangen zu werden.</translation>
    </message>
    <message>
        <source>A message of a queue with DelaySeconds is hidden for that long at first.</source>
        <translation>Eine Nachricht einer Warteschlange mit DelaySeconds ist zuerst so lange verborgen.</translation>
    </message>
    <message>
        <source>A message that was not deleted within the queue&apos;s retention is gone.</source>
        <translation>Eine Nachricht, die innerhalb der Aufbewahrungszeit der Warteschlange nicht gelöscht wurde, ist weg.</translation>
    </message>
    <message>
        <source>Of each message group of a FIFO queue one batch is in flight at a time; a failed group holds up itself only.</source>
        <translation>Von jeder Nachrichtengruppe einer FIFO-Warteschlange ist ein Batch gleichzeitig unterwegs; eine gescheiterte Gruppe hält nur sich selbst auf.</translation>
    </message>
    <message>
        <source>A function of a FIFO queue stops at its first failure and reports it and all that follows.</source>
        <translation>Eine Funktion einer FIFO-Warteschlange hört beim ersten Fehler auf und meldet ihn und alles, was folgt.</translation>
    </message>
    <message>
        <source>With ReportBatchItemFailures only the items that the function names are tried again.</source>
        <translation>Mit ReportBatchItemFailures werden nur die Einträge wieder versucht, die die Funktion nennt.</translation>
    </message>
    <message>
        <source>What no filter of a mapping lets through never reaches the function: it is deleted, or the stream moves on.</source>
        <translation>Was kein Filter eines Mappings durchlässt, erreicht die Funktion nie: Es wird gelöscht, oder der Stream geht weiter.</translation>
    </message>
    <message>
        <source>A shard is polled once a second, of a DynamoDB stream four times.</source>
        <translation>Ein Shard wird einmal je Sekunde abgefragt, der eines DynamoDB-Streams viermal.</translation>
    </message>
    <message>
        <source>ParallelizationFactor, 1 to 10, batches of one shard run at a time.</source>
        <translation>ParallelizationFactor, 1 bis 10: So viele Batches eines Shards laufen gleichzeitig.</translation>
    </message>
    <message>
        <source>Records with the same partition key are always processed in order.</source>
        <translation>Datensätze mit demselben Partition Key werden immer der Reihe nach verarbeitet.</translation>
    </message>
    <message>
        <source>A failed batch of a shard is tried again before anything after it.</source>
        <translation>Ein gescheiterter Batch eines Shards wird wieder versucht, bevor irgendetwas danach an die Reihe kommt.</translation>
    </message>
    <message>
        <source>Between two tries of a batch the poller waits 1 s, doubling up to a minute; how long, AWS does not say.</source>
        <translation>Zwischen zwei Versuchen eines Batches wartet der Poller 1 s, dann jeweils doppelt so lange bis zu einer Minute; wie lange wirklich, sagt AWS nicht.</translation>
    </message>
    <message>
        <source>MaximumRetryAttempts limits the retries after function errors; then the batch goes to the failure destination.</source>
        <translation>MaximumRetryAttempts begrenzt die Wiederholungen nach Fehlern der Funktion; danach geht der Batch an das Ziel für Fehlschläge.</translation>
    </message>
    <message>
        <source>With BisectBatchOnFunctionError a failed batch is split in two, which uses up no retries.</source>
        <translation>Mit BisectBatchOnFunctionError wird ein gescheiterter Batch halbiert, was keine Wiederholungen verbraucht.</translation>
    </message>
    <message>
        <source>Records older than MaximumRecordAgeInSeconds are not sent to the function but to the failure destination.</source>
        <translation>Datensätze, die älter als MaximumRecordAgeInSeconds sind, gehen nicht an die Funktion, sondern an das Ziel für Fehlschläge.</translation>
    </message>
    <message>
        <source>Of a stream&apos;s batch all before the first reported failure is done, and the rest is tried again.</source>
        <translation>Vom Batch eines Streams ist alles vor dem ersten gemeldeten Fehler erledigt, und der Rest wird wieder versucht.</translation>
    </message>
    <message>
        <source>The records of different tumbling windows are never in one batch, and each window ends with an invocation of its own.</source>
        <translation>Datensätze verschiedener Tumbling Windows sind nie in einem Batch, und jedes Fenster endet mit einem eigenen Aufruf.</translation>
    </message>
    <message>
        <source>A record that was not read within the stream&apos;s retention is gone.</source>
        <translation>Ein Datensatz, der innerhalb der Aufbewahrungszeit des Streams nicht gelesen wurde, ist weg.</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
    <message>
        <source>Event source mappings</source>
        <translation>Event Source Mappings</translation>
    </message>
    <message>
        <source>An AWS SDK makes at most 5 attempts in legacy mode and 3 in standard and adaptive mode, the first included.</source>
        <translation>Ein AWS-SDK macht im Modus legacy höchstens 5 Versuche, in standard und adaptive 3, den ersten mitgezählt.</translation>
    </message>
    <message>
        <source>Before a retry an SDK waits a random part of 1 s, doubling with each try, at most 20 s.</source>
        <translation>Vor einer Wiederholung wartet ein SDK einen zufälligen Teil von 1 s, mit jedem Versuch verdoppelt, höchstens 20 s.</translation>
    </message>
    <message>
        <source>An SDK tries again after 429, 5xx and time-outs, never after an error of the function, which is an answer with status 200.</source>
        <translation>Ein SDK versucht es nach 429, 5xx und Zeitüberschreitungen wieder, nie nach einem Fehler der Funktion: Der ist eine Antwort mit Status 200.</translation>
    </message>
    <message>
        <source>In standard and adaptive mode retries share 500 tokens: 5 for each, 10 after a time-out, given back by success. A load counts as one client.</source>
        <translation>In den Modi standard und adaptive teilen sich Wiederholungen 500 Token: 5 für jede, 10 nach einer Zeitüberschreitung, zurückgegeben bei Erfolg. Eine Last zählt als ein Client.</translation>
    </message>
    <message>
        <source>After a throttle an adaptive client sends at 70 % of its rate and grows back in a straight line, where the SDK follows a cubic curve.</source>
        <translation>Nach einer Drosselung sendet ein adaptiver Client mit 70 % seiner Rate und wächst geradlinig zurück, wo das SDK einer kubischen Kurve folgt.</translation>
    </message>
    <message>
        <source>A caller that has waited for its time-out gives up; the invocation goes on, and a retry does the work twice.</source>
        <translation>Ein Aufrufer, der bis zu seiner Zeitgrenze gewartet hat, gibt auf; der Aufruf läuft weiter, und eine Wiederholung tut die Arbeit zweimal.</translation>
    </message>
    <message>
        <source>API Gateway waits 29 s for an integration of a REST API and 30 s of an HTTP API, then answers 504 (an HTTP API 503).</source>
        <translation>API Gateway wartet auf die Integration einer REST-API 29 s und einer HTTP-API 30 s und antwortet dann 504 (eine HTTP-API 503).</translation>
    </message>
    <message>
        <source>API Gateway lets 10 000 requests a second of the account through, from a bucket of 5 000; the rest get 429 and Lambda never sees them.</source>
        <translation>API Gateway lässt 10 000 Anfragen des Kontos in der Sekunde durch, aus einem Vorrat von 5 000; die übrigen bekommen 429, und Lambda sieht sie nie.</translation>
    </message>
    <message>
        <source>While an outage of Lambda lasts, its share of the requests gets 500 ServiceException.</source>
        <translation>Solange ein Ausfall von Lambda dauert, bekommt sein Anteil der Anfragen 500 ServiceException.</translation>
    </message>
    <message>
        <source>A downstream takes so many connections; a call that finds none fails, and its invocation with it.</source>
        <translation>Ein nachgelagertes System nimmt so viele Verbindungen an; ein Zugriff, der keine findet, schlägt fehl, und der Aufruf mit ihm.</translation>
    </message>
    <message>
        <source>A call takes longer the more calls are under way, by the curve of its downstream.</source>
        <translation>Ein Zugriff dauert länger, je mehr unterwegs sind, nach der Kurve des nachgelagerten Systems.</translation>
    </message>
    <message>
        <source>Finding a place and fetching the code come before init: the caller waits for them, no log shows them and nobody is billed.</source>
        <translation>Einen Platz zu finden und den Code zu holen kommt vor Init: Der Aufrufer wartet darauf, kein Log zeigt es, und niemandem wird es berechnet.</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Around Lambda</source>
        <translation>Um Lambda herum</translation>
    </message>
    <message>
        <source>An event that met an error of the service is tried again like a throttled one, without using up retries.</source>
        <translation>Ein Ereignis, das auf einen Fehler des Dienstes traf, wird wie ein gedrosseltes erneut versucht, ohne Wiederholungen zu verbrauchen.</translation>
    </message>
    <message>
        <source>The queue delivers at least once: with a DuplicateRate some events come a second time, within 30 s.</source>
        <translation>Die Warteschlange liefert mindestens einmal: Mit einer DuplicateRate kommen manche Ereignisse innerhalb von 30 s ein zweites Mal.</translation>
    </message>
    <message>
        <source>An event that failed for good goes to the dead-letter queue as it was, and to the on-failure destination as a record.</source>
        <translation>Ein Ereignis, das endgültig fehlschlug, geht so, wie es war, in die Dead-Letter-Queue und als Bericht an das Ziel bei Fehlschlag.</translation>
    </message>
    <message>
        <source>An event that succeeded goes to the on-success destination as a record.</source>
        <translation>Ein Ereignis, das gelang, geht als Bericht an das Ziel bei Erfolg.</translation>
    </message>
    <message>
        <source>What a handler sends to functions, queues, topics and buckets of the template arrives a millisecond after its end.</source>
        <translation>Was ein Handler an Funktionen, Warteschlangen, Topics und Buckets der Vorlage sendet, kommt eine Millisekunde nach seinem Ende an.</translation>
    </message>
    <message>
        <source>A bucket hands over what has its notification&apos;s prefix and suffix, a topic what its filter policy matches, a bus what its rule&apos;s pattern matches.</source>
        <translation>Ein Bucket gibt weiter, was Präfix und Suffix seiner Benachrichtigung hat, ein Topic, was seine Filterrichtlinie trifft, ein Bus, was das Muster seiner Regel trifft.</translation>
    </message>
    <message>
        <source>On Lambda Managed Instances an environment takes as many requests at a time as is set. Here each place has its own process, log stream and row, a crash resets only its own, and environments start when a request finds no free place.</source>
        <translation>Auf Lambda Managed Instances nimmt eine Umgebung so viele Anfragen zugleich an, wie eingestellt ist. Hier hat jeder Platz seinen eigenen Prozess, Log-Stream und seine eigene Zeile, ein Absturz setzt nur seinen eigenen zurück, und Umgebungen starten, wenn eine Anfrage keinen freien Platz findet.</translation>
    </message>
    <message>
        <source>A function on Managed Instances pays for requests, not for duration. The instances&apos; price and its 15 % fee are not in our bill.</source>
        <translation>Eine Funktion auf Managed Instances zahlt für Anfragen, nicht für Dauer. Der Preis der Instanzen und seine 15 % Gebühr stehen nicht in unserer Rechnung.</translation>
    </message>
    <message>
        <source>Lambda stops a function&apos;s next invocation after 16 in one chain of functions, queues, topics and buckets; a batch belongs to the longest chain of its messages.</source>
        <translation>Lambda hält den nächsten Aufruf einer Funktion nach 16 in einer Kette aus Funktionen, Warteschlangen, Topics und Buckets an; ein Batch gehört zur längsten Kette seiner Nachrichten.</translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <source>Parameter ScheduleExpression is not valid. The %1 field of cron() reads &quot;%2&quot;; it takes %3.</source>
        <translation>Parameter ScheduleExpression is not valid. Im Feld %1 von cron() steht „%2“; erlaubt ist %3.</translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. The %1 field of cron() reads &quot;%2&quot;; it takes %3 or the names %4-%5 in capitals.</source>
        <translation>Parameter ScheduleExpression is not valid. Im Feld %1 von cron() steht „%2“; erlaubt ist %3 oder die Namen %4-%5 in Großbuchstaben.</translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. cron() takes six fields with one space between them: minutes hours day-of-month month day-of-week year; this one has %1.</source>
        <translation>Parameter ScheduleExpression is not valid. cron() erwartet sechs Felder mit je einem Leerzeichen dazwischen: minutes hours day-of-month month day-of-week year; hier sind es %1.</translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. One of day-of-month and day-of-week has to be &quot;?&quot;, the other says which days; these two read &quot;%1&quot; and &quot;%2&quot;.</source>
        <translation>Parameter ScheduleExpression is not valid. Eines von day-of-month und day-of-week muss „?“ sein, das andere sagt, welche Tage; hier steht „%1“ und „%2“.</translation>
    </message>
    <message>
        <source>at %1 UTC every Sunday</source>
        <translation>um %1 UTC jeden Sonntag</translation>
    </message>
    <message>
        <source>at %1 UTC every Monday</source>
        <translation>um %1 UTC jeden Montag</translation>
    </message>
    <message>
        <source>at %1 UTC every Tuesday</source>
        <translation>um %1 UTC jeden Dienstag</translation>
    </message>
    <message>
        <source>at %1 UTC every Wednesday</source>
        <translation>um %1 UTC jeden Mittwoch</translation>
    </message>
    <message>
        <source>at %1 UTC every Thursday</source>
        <translation>um %1 UTC jeden Donnerstag</translation>
    </message>
    <message>
        <source>at %1 UTC every Friday</source>
        <translation>um %1 UTC jeden Freitag</translation>
    </message>
    <message>
        <source>at %1 UTC every Saturday</source>
        <translation>um %1 UTC jeden Samstag</translation>
    </message>
    <message>
        <source>at %1 UTC every day</source>
        <translation>um %1 UTC jeden Tag</translation>
    </message>
    <message>
        <source>at %1 UTC on day %2 of the month</source>
        <translation>um %1 UTC am %2. Tag des Monats</translation>
    </message>
    <message>
        <source>at %1 UTC on the last day of the month</source>
        <translation>um %1 UTC am letzten Tag des Monats</translation>
    </message>
    <message>
        <source>at %1 UTC on the weekday nearest day %2 of the month</source>
        <translation>um %1 UTC am Werktag, der dem %2. Tag des Monats am nächsten liegt</translation>
    </message>
    <message>
        <source>at %1 UTC, Monday to Friday</source>
        <translation>um %1 UTC, Montag bis Freitag</translation>
    </message>
    <message>
        <source>at %1 UTC on Saturdays and Sundays</source>
        <translation>um %1 UTC samstags und sonntags</translation>
    </message>
    <message>
        <source>at %1 UTC on %2</source>
        <translation>um %1 UTC am %2</translation>
    </message>
    <message>
        <source>at %1 UTC on the last %2 of the month</source>
        <translation>um %1 UTC am letzten %2 des Monats</translation>
    </message>
    <message>
        <source>at %1 UTC on %2 number %3 of the month</source>
        <translation>um %1 UTC am %2 Nummer %3 des Monats</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>every hour at minute %1</source>
        <translation>jede Stunde in Minute %1</translation>
    </message>
    <message>
        <source>in UTC: minutes %1, hours %2, day of month %3, month %4, day of week %5, year %6</source>
        <translation>in UTC: Minuten %1, Stunden %2, Tag des Monats %3, Monat %4, Wochentag %5, Jahr %6</translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. rate() takes a whole number from 1 to 1000000 and a unit: rate(1 minute), rate(15 minutes), rate(2 hours), rate(1 day); one is singular, more are plural.</source>
        <translation>Parameter ScheduleExpression is not valid. rate() erwartet eine ganze Zahl von 1 bis 1000000 und eine Einheit: rate(1 minute), rate(15 minutes), rate(2 hours), rate(1 day); eins im Singular, mehr im Plural.</translation>
    </message>
    <message>
        <source>%1 at() takes one time without a zone: at(2026-01-05T09:00:00).</source>
        <translation>%1 at() erwartet einen Zeitpunkt ohne Zone: at(2026-01-05T09:00:00).</translation>
    </message>
    <message>
        <source>Parameter ScheduleExpression is not valid. A schedule is cron(0 8 ? * MON-FRI *), rate(15 minutes) or at(2026-01-05T09:00:00), with nothing around it.</source>
        <translation>Parameter ScheduleExpression is not valid. Ein Zeitplan ist cron(0 8 ? * MON-FRI *), rate(15 minutes) oder at(2026-01-05T09:00:00), ohne etwas darum herum.</translation>
    </message>
    <message>
        <source>once, at %1</source>
        <translation>einmal, um %1</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation>alle %1 Tage</translation>
    </message>
</context>
<context>
    <name>simulate</name>
    <message>
        <source>A load of the scenario %1 targets a function or trigger that the template does not have. Correct its Function.</source>
        <translation>Eine Last des Szenarios %1 zielt auf eine Funktion oder einen Trigger, den das Template nicht hat. Ihr Function-Eintrag muss berichtigt werden.</translation>
    </message>
    <message>
        <source>The scenario %1 has more than 65 535 loads or functions. Use fewer.</source>
        <translation>Das Szenario %1 hat mehr als 65 535 Lasten oder Funktionen. Es müssen weniger sein.</translation>
    </message>
    <message>
        <source>The scenario changes %1, which is no setting that can change during a run. Use Account.ConcurrentExecutions, or a function&apos;s MemorySize, Timeout, ReservedConcurrentExecutions, ProvisionedConcurrency or Deploy.</source>
        <translation>Das Szenario ändert %1, aber diese Einstellung kann sich während eines Laufs nicht ändern. Möglich sind Account.ConcurrentExecutions oder MemorySize, Timeout, ReservedConcurrentExecutions, ProvisionedConcurrency oder Deploy einer Funktion.</translation>
    </message>
    <message>
        <source>The scenario %1 is longer than four years. Give it an earlier Until.</source>
        <translation>Das Szenario %1 dauert länger als vier Jahre. Geben Sie ihm ein früheres Until.</translation>
    </message>
</context>
<context>
    <name>template</name>
    <message>
        <source>%1 belongs to the function &quot;%2&quot;, which this template does not have.</source>
        <translation>%1 gehört zur Funktion „%2“, die dieses Template nicht hat.</translation>
    </message>
    <message>
        <source>The resource &quot;%1&quot; has no Type. Say what it is, for example AWS::Serverless::Function.</source>
        <translation>Die Ressource „%1“ hat keinen Type. Er sagt, was sie ist, zum Beispiel AWS::Serverless::Function.</translation>
    </message>
    <message>
        <source>%1 is left out, because its condition does not hold with the parameters&apos; defaults.</source>
        <translation>%1 bleibt weg, weil seine Bedingung mit den Vorgaben der Parameter nicht zutrifft.</translation>
    </message>
    <message>
        <source>%1 (%2) is kept in the template, but Coldstart does not simulate this type of resource.</source>
        <translation>%1 (%2) bleibt im Template erhalten, aber Coldstart simuliert diese Art Ressource nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a section of a template. It is kept, but a deployment would be refused.</source>
        <translation>„%1“ ist kein Abschnitt eines Templates. Er bleibt erhalten, aber ein Deployment würde abgelehnt.</translation>
    </message>
    <message>
        <source>The template has no resources. Add a function under Resources.</source>
        <translation>Das Template hat keine Ressourcen. Unter Resources fehlt eine Funktion.</translation>
    </message>
    <message>
        <source>An account id has twelve digits, but the file has &quot;%1&quot;. Write it in quotes, for example &quot;123456789012&quot;.</source>
        <translation>Eine Kontonummer hat zwölf Ziffern, aber in der Datei steht „%1“. In Anführungszeichen schreiben, zum Beispiel &quot;123456789012&quot;.</translation>
    </message>
    <message>
        <source>Coldstart knows no setting &quot;%1&quot; here and ignores it.</source>
        <translation>Coldstart kennt hier keine Einstellung „%1“ und übergeht sie.</translation>
    </message>
    <message>
        <source>A template is an object with sections such as Resources, but this file holds something else. Check that it is the template.</source>
        <translation>Ein Template ist ein Objekt mit Abschnitten wie Resources, aber diese Datei enthält etwas anderes. Ist es wirklich das Template?</translation>
    </message>
    <message>
        <source>The code of %1 lies in S3 or in an image, not in this project&apos;s folder, so there is nothing to edit.</source>
        <translation>Der Code von %1 liegt in S3 oder in einem Image und nicht im Ordner dieses Projekts, deshalb gibt es nichts zu bearbeiten.</translation>
    </message>
    <message>
        <source>The code folder &quot;%1&quot; of %2 does not exist. Create it, or correct the path; a simulation works without it.</source>
        <translation>Den Code-Ordner „%1“ von %2 gibt es nicht. Ihn anlegen oder den Pfad berichtigen; simulieren lässt sich auch ohne ihn.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept. Permissions are not simulated yet: every call that the function makes is taken to be allowed.</source>
        <translation>„%1“ bleibt erhalten. Berechtigungen werden noch nicht simuliert: Jeder Aufruf der Funktion gilt als erlaubt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is kept in the template, but Coldstart does not simulate it.</source>
        <translation>„%1“ bleibt im Template erhalten, aber Coldstart simuliert es nicht.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here; these arrivals need it.</source>
        <translation>Hier fehlt „%1“; diese Ankünfte brauchen es.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number of requests a second, from 0 to a thousand million.</source>
        <translation>„%1“ ist eine Zahl von Anfragen pro Sekunde, von 0 bis zu einer Milliarde.</translation>
    </message>
    <message>
        <source>&quot;At&quot; is a list of moments since the start, such as [&quot;0s&quot;, &quot;1.5s&quot;].</source>
        <translation>„At“ ist eine Liste von Zeitpunkten seit dem Start, zum Beispiel [&quot;0s&quot;, &quot;1.5s&quot;].</translation>
    </message>
    <message>
        <source>There is no trigger &quot;%1&quot;. Name one of these, or its bucket, queue, topic or route: %2.</source>
        <translation>Den Trigger „%1“ gibt es nicht. Gemeint sein kann einer von diesen oder sein Bucket, seine Queue, sein Topic oder seine Route: %2.</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot;. The template has: %2.</source>
        <translation>Die Funktion „%1“ gibt es nicht. Das Template hat: %2.</translation>
    </message>
    <message>
        <source>The test event &quot;%1&quot; does not exist; the requests carry an empty event.</source>
        <translation>Das Test-Event „%1“ gibt es nicht; die Anfragen tragen ein leeres Event.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an invocation type of a load. Write RequestResponse (synchronous) or Event (asynchronous).</source>
        <translation>„%1“ ist keine Aufrufart einer Last. Möglich sind RequestResponse (synchron) und Event (asynchron).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list in square brackets.</source>
        <translation>„%1“ muss eine Liste in eckigen Klammern sein.</translation>
    </message>
    <message>
        <source>%1. Set MaximumBatchingWindowInSeconds to 1 or more.</source>
        <translation>%1. MaximumBatchingWindowInSeconds auf 1 oder mehr setzen.</translation>
    </message>
    <message>
        <source>Events of type %1 are listed, but their source is not simulated. A load can still target this trigger.</source>
        <translation>Events der Art %1 sind aufgeführt, aber ihre Quelle wird nicht simuliert. Eine Last kann trotzdem auf diesen Trigger zielen.</translation>
    </message>
    <message>
        <source>The event &quot;%1&quot; has no Type. Say what it is, for example S3, Api or Schedule.</source>
        <translation>Das Event „%1“ hat keinen Type. Er sagt, was es ist, zum Beispiel S3, Api oder Schedule.</translation>
    </message>
    <message>
        <source>%1 is longer than a year. Write at most 366d.</source>
        <translation>%1 ist länger als ein Jahr. Erlaubt sind höchstens 366d.</translation>
    </message>
    <message>
        <source>This distribution needs &quot;%1&quot;, an amount with its unit such as &quot;%2&quot;.</source>
        <translation>Diese Verteilung braucht „%1“, eine Menge mit Einheit wie „%2“.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read. Give a path inside the project&apos;s folder.</source>
        <translation>Die Datei „%1“ lässt sich nicht lesen. Gebraucht wird ein Pfad im Projektordner.</translation>
    </message>
    <message>
        <source>An empirical distribution needs &quot;Values&quot;, a list of amounts such as [&quot;%1&quot;], or &quot;File&quot; with one a line.</source>
        <translation>Eine empirische Verteilung braucht „Values“, eine Liste von Mengen wie [&quot;%1&quot;], oder „File“ mit einer je Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must not be larger than &quot;%2&quot;.</source>
        <translation>„%1“ darf nicht größer sein als „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a distribution: Constant{Value}, Uniform{Min,Max}, Exponential{Mean}, LogNormal{Median,P99} or Empirical{Values}.</source>
        <translation>„%1“ muss eine Verteilung sein: Constant{Value}, Uniform{Min,Max}, Exponential{Mean}, LogNormal{Median,P99} oder Empirical{Values}.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a part of the whole: 0.0 to 1.0.</source>
        <translation>„%1“ ist ein Teil vom Ganzen: 0.0 bis 1.0.</translation>
    </message>
    <message>
        <source>&quot;LogLines&quot; must be a list of texts, one for each line.</source>
        <translation>„LogLines“ muss eine Liste von Texten sein, einer je Zeile.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a setting. Write a function&apos;s name, a point and one of its settings, such as Hello.MemorySize or Hello.Work.Duration, or Account.ConcurrentExecutions, Seed or Scenarios.….</source>
        <translation>„%1“ ist keine Einstellung. Gebraucht wird der Name einer Funktion, ein Punkt und eine ihrer Einstellungen, wie Hello.MemorySize oder Hello.Work.Duration, oder Account.ConcurrentExecutions, Seed oder Scenarios.….</translation>
    </message>
    <message>
        <source>Here an object in braces is needed, but the file has %1.</source>
        <translation>Hier wird ein Objekt in geschweiften Klammern gebraucht, aber in der Datei steht %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be text, but the file has %2.</source>
        <translation>„%1“ muss Text sein, aber in der Datei steht %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number, but the file has %2.</source>
        <translation>„%1“ muss eine ganze Zahl sein, aber in der Datei steht %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be true or false, but the file has %2.</source>
        <translation>„%1“ muss true oder false sein, aber in der Datei steht %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a duration in quotes with its unit, such as &quot;210ms&quot; or &quot;1.5s&quot;, but the file has %2.</source>
        <translation>„%1“ muss eine Dauer mit Einheit in Anführungszeichen sein, wie &quot;210ms&quot; oder &quot;1.5s&quot;, aber in der Datei steht %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number, but the file has %2.</source>
        <translation>„%1“ muss eine Zahl sein, aber in der Datei steht %2.</translation>
    </message>
    <message>
        <source>Fn::FindInMap looks for &quot;%1&quot;, which the Mappings section does not have.</source>
        <translation>Fn::FindInMap sucht „%1“, das im Abschnitt Mappings fehlt.</translation>
    </message>
    <message>
        <source>The condition &quot;%1&quot; is used here, but the Conditions section does not have it.</source>
        <translation>Die Bedingung „%1“ wird hier benutzt, fehlt aber im Abschnitt Conditions.</translation>
    </message>
    <message>
        <source>The condition &quot;%1&quot; depends on itself, or on a very long chain of others. Write it without the detour.</source>
        <translation>Die Bedingung „%1“ hängt von sich selbst ab oder von einer sehr langen Kette anderer. Es geht auch ohne den Umweg.</translation>
    </message>
    <message>
        <source>A control character (byte %1) stands here, so this is not a text file. Save it as UTF-8 text.</source>
        <translation>Hier steht ein Steuerzeichen (Byte %1), also ist dies keine Textdatei. Bitte als UTF-8-Text speichern.</translation>
    </message>
    <message>
        <source>Byte %1 is not UTF-8 text here. Save the file with the UTF-8 encoding.</source>
        <translation>Byte %1 ist hier kein UTF-8-Text. Bitte die Datei in der Kodierung UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The file is %1 MB long; at most %2 MB are read. Check that it is the right file, or move what is large into files of its own.</source>
        <translation>Die Datei ist %1 MB lang; gelesen werden höchstens %2 MB. Ist es die richtige Datei? Großes gehört sonst in eigene Dateien.</translation>
    </message>
    <message>
        <source>The template is empty. A template needs at least a Resources section; &quot;New project&quot; writes one.</source>
        <translation>Das Template ist leer. Ein Template braucht mindestens einen Abschnitt Resources; „Neues Projekt“ schreibt einen.</translation>
    </message>
    <message>
        <source>The whole number %1 is too large to be kept exactly. Write it as text, in quotes.</source>
        <translation>Die ganze Zahl %1 ist zu groß, um sie genau zu behalten. Bitte als Text in Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>This is not valid JSON (%1). Look for a missing comma, quote or bracket at this place or just before it.</source>
        <translation>Das ist kein gültiges JSON (%1). An dieser Stelle oder kurz davor fehlt wohl ein Komma, ein Anführungszeichen oder eine Klammer.</translation>
    </message>
    <message>
        <source>A second YAML document begins here. A template is one document; remove the line of dashes.</source>
        <translation>Hier beginnt ein zweites YAML-Dokument. Ein Template ist ein Dokument; die Zeile mit den Strichen muss weg.</translation>
    </message>
    <message>
        <source>This alias stands inside the value it refers to, which would never end. Write the value out instead.</source>
        <translation>Dieser Alias steht in dem Wert, auf den er verweist, und das nähme kein Ende. Den Wert bitte ausschreiben.</translation>
    </message>
    <message>
        <source>A key must be plain text. Put it in quotes if it is meant to be.</source>
        <translation>Ein Schlüssel muss einfacher Text sein. Ist er das, gehört er in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a function that CloudFormation knows. Check its spelling; capital letters matter (!Ref, !Sub, !GetAtt).</source>
        <translation>„%1“ ist keine Funktion, die CloudFormation kennt. Auf die Schreibweise kommt es an, auch auf Großbuchstaben (!Ref, !Sub, !GetAtt).</translation>
    </message>
    <message>
        <source>The merge key &quot;&lt;&lt;&quot; in this object needs an alias of an object, or a list of such aliases.</source>
        <translation>Der Schlüssel „&lt;&lt;“ in diesem Objekt braucht den Alias eines Objekts oder eine Liste solcher Aliase.</translation>
    </message>
    <message>
        <source>The anchors of this file hold more than %1 values. Remove anchors that no alias uses.</source>
        <translation>Die Anker dieser Datei enthalten mehr als %1 Werte. Anker, die kein Alias benutzt, sollten weg.</translation>
    </message>
    <message>
        <source>This is not valid YAML (%1). Look at the indentation, the colons and the quotes at this place or just before it.</source>
        <translation>Das ist kein gültiges YAML (%1). An dieser Stelle oder kurz davor stimmt etwas mit Einrückung, Doppelpunkten oder Anführungszeichen nicht.</translation>
    </message>
    <message>
        <source>The quote that opens here is never closed.</source>
        <translation>Das Anführungszeichen, das hier öffnet, wird nie geschlossen.</translation>
    </message>
    <message>
        <source>%1. The way round is %2: remove one of these references.</source>
        <translation>%1. Der Kreis ist %2: Einer dieser Verweise muss weg.</translation>
    </message>
    <message>
        <source>The value of %1 is only known after a deployment. It is shown as ${%1} and left out where a number is needed.</source>
        <translation>Der Wert von %1 ist erst nach einem Deployment bekannt. Er wird als ${%1} gezeigt und dort weggelassen, wo eine Zahl gebraucht wird.</translation>
    </message>
    <message>
        <source>%1 is not written as CloudFormation expects it. Look up its form in the intrinsic function reference.</source>
        <translation>%1 ist nicht so geschrieben, wie CloudFormation es erwartet. Die Form steht in der Referenz der Intrinsic Functions.</translation>
    </message>
    <message>
        <source>The parameter %1 has no default, so its value is not known here. Give it a Default to simulate with one.</source>
        <translation>Der Parameter %1 hat keine Vorgabe, deshalb ist sein Wert hier nicht bekannt. Mit einem Default lässt er sich simulieren.</translation>
    </message>
    <message>
        <source>%1 is neither a parameter nor a resource of this template. A deployment would be refused.</source>
        <translation>%1 ist weder Parameter noch Ressource dieses Templates. Ein Deployment würde abgelehnt.</translation>
    </message>
    <message>
        <source>The file holds more than %1 values once its aliases are filled in. Split it, or remove what repeats.</source>
        <translation>Mit eingesetzten Aliasen enthält die Datei mehr als %1 Werte. Sie sollte geteilt werden, oder was sich wiederholt, muss weg.</translation>
    </message>
    <message>
        <source>The values are nested more than %1 deep here. A template never needs that; look for a bracket that is not closed.</source>
        <translation>Die Werte sind hier mehr als %1 tief verschachtelt. Das braucht kein Template; wahrscheinlich ist eine Klammer nicht geschlossen.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; stands twice in the same object. Remove or rename one of the two, or only one of them would count.</source>
        <translation>Der Schlüssel „%1“ steht zweimal im selben Objekt. Einer der beiden muss weg oder anders heißen, sonst zählte nur einer.</translation>
    </message>
    <message>
        <source>The template has %1 resources; CloudFormation accepts at most %2. Split it; only the first %2 are read here.</source>
        <translation>Das Template hat %1 Ressourcen; CloudFormation nimmt höchstens %2 an. Es sollte geteilt werden; hier werden nur die ersten %2 gelesen.</translation>
    </message>
    <message>
        <source>There are %1 more errors. Correct these first.</source>
        <translation>Es gibt %1 weitere Fehler. Zuerst sind diese zu berichtigen.</translation>
    </message>
    <message>
        <source>%1 more parts of the template are kept, but not simulated.</source>
        <translation>%1 weitere Teile des Templates bleiben erhalten, werden aber nicht simuliert.</translation>
    </message>
    <message>
        <source>SnapStart works for published versions only. Add AutoPublishAlias to %1, or its environments run init as before.</source>
        <translation>SnapStart wirkt nur bei veröffentlichten Versionen. Geben Sie %1 ein AutoPublishAlias, sonst führen seine Umgebungen die Init-Phase aus wie bisher.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no DeploymentPreference. Write AllAtOnce, Canary10Percent5Minutes, Linear10PercentEvery1Minute or one like them.</source>
        <translation>„%1“ ist keine DeploymentPreference. Schreiben Sie AllAtOnce, Canary10Percent5Minutes, Linear10PercentEvery1Minute oder eine ähnliche.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot change during a run. What can: a function&apos;s ReservedConcurrentExecutions, ProvisionedConcurrentExecutions, MemorySize, Timeout or Deploy, and Account.ConcurrentExecutions.</source>
        <translation>„%1“ kann sich während eines Laufs nicht ändern. Möglich sind ReservedConcurrentExecutions, ProvisionedConcurrentExecutions, MemorySize, Timeout oder Deploy einer Funktion und Account.ConcurrentExecutions.</translation>
    </message>
    <message>
        <source>&quot;Scale&quot; is how many times as fast the trace is played: more than 0, at most 1000000.</source>
        <translation>„Scale“ sagt, wievielmal so schnell die Aufzeichnung gespielt wird: mehr als 0, höchstens 1000000.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no runtime whose cold starts are known. Write one such as nodejs22.x.</source>
        <translation>„%1“ ist keine Runtime, deren Kaltstarts bekannt sind. Eine wie nodejs22.x schreiben.</translation>
    </message>
    <message>
        <source>The image of %1 does not say its runtime, so its cold starts are those of a Go program. Write the runtime, such as python3.13, as Runtime of Work, or what was measured as Init.</source>
        <translation>Das Image von %1 sagt seine Runtime nicht, deshalb sind seine Kaltstarts die eines Go-Programms. Die Runtime, etwa python3.13, als Runtime von Work schreiben oder Gemessenes als Init.</translation>
    </message>
    <message>
        <source>An image is not fetched whole before it starts, so its PackageSize changes nothing.</source>
        <translation>Ein Image wird nicht ganz geholt, bevor es startet, deshalb ändert seine PackageSize nichts.</translation>
    </message>
    <message>
        <source>The name of a FIFO queue ends with .fifo, but this one is &quot;%1&quot;.</source>
        <translation>Der Name einer FIFO-Warteschlange endet mit .fifo, aber dieser ist „%1“.</translation>
    </message>
    <message>
        <source>MaximumConcurrency and provisioned pollers cannot be combined. Remove one of the two.</source>
        <translation>MaximumConcurrency und bereitgestellte Poller lassen sich nicht verbinden. Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>%1 A queue has a RedrivePolicy for that.</source>
        <translation>%1 Eine Warteschlange hat dafür eine RedrivePolicy.</translation>
    </message>
    <message>
        <source>%1 Set StartingPosition to LATEST or TRIM_HORIZON.</source>
        <translation>%1 Setzen Sie StartingPosition auf LATEST oder TRIM_HORIZON.</translation>
    </message>
    <message>
        <source>%1. Leave StartingPosition out, or write another.</source>
        <translation>%1. Lassen Sie StartingPosition weg, oder schreiben Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 is a FIFO queue: its batches have at most 10 messages and no batching window.</source>
        <translation>%1 ist eine FIFO-Warteschlange: Ihre Batches haben höchstens 10 Nachrichten und kein Sammelfenster.</translation>
    </message>
    <message>
        <source>%1. Give the queue a longer VisibilityTimeout; AWS recommends six times the function&apos;s time-out.</source>
        <translation>%1. Geben Sie der Warteschlange ein längeres VisibilityTimeout; AWS empfiehlt das Sechsfache des Timeouts der Funktion.</translation>
    </message>
    <message>
        <source>%1. Remove one of the two.</source>
        <translation>%1. Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>The queue %1 is not in this template. It is simulated with the recommended visibility timeout and without a dead-letter queue.</source>
        <translation>Die Warteschlange %1 steht nicht in diesem Template. Sie wird mit dem empfohlenen Visibility Timeout und ohne Dead-Letter-Queue simuliert.</translation>
    </message>
    <message>
        <source>The stream %1 is not in this template. It is simulated with a single shard.</source>
        <translation>Der Stream %1 steht nicht in diesem Template. Er wird mit einem einzigen Shard simuliert.</translation>
    </message>
    <message>
        <source>%1. Give the table a StreamSpecification.</source>
        <translation>%1. Geben Sie der Tabelle eine StreamSpecification.</translation>
    </message>
    <message>
        <source>There is no queue or stream &quot;%1&quot; here. The template has: %2.</source>
        <translation>Es gibt hier keine Warteschlange und keinen Stream „%1“. Das Template hat: %2.</translation>
    </message>
    <message>
        <source>&quot;Groups&quot; is how many message groups or keys there are: 1 to a million.</source>
        <translation>„Groups“ sagt, wie viele Nachrichtengruppen oder Schlüssel es gibt: 1 bis eine Million.</translation>
    </message>
    <message>
        <source>What polls %1 is listed, but its source is not simulated. A load can still target this trigger.</source>
        <translation>Was %1 abfragt, ist aufgeführt, aber seine Quelle wird nicht simuliert. Eine Last kann diesen Trigger trotzdem ansprechen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a number of requests: 1 to 10 000 000.</source>
        <translation>„%1“ ist eine Zahl von Anfragen: 1 bis 10 000 000.</translation>
    </message>
    <message>
        <source>There is no function &quot;%1&quot; that could fail.</source>
        <translation>Es gibt keine Funktion „%1“, die ausfallen könnte.</translation>
    </message>
    <message>
        <source>An outage is of a Function, of a Downstream, or of Lambda itself (&quot;Service&quot;: true).</source>
        <translation>Ein Ausfall trifft eine Function, ein Downstream oder Lambda selbst („Service“: true).</translation>
    </message>
    <message>
        <source>There is no downstream &quot;%1&quot; under Metadata.Coldstart.Downstreams, which has: %2.</source>
        <translation>Unter Metadata.Coldstart.Downstreams gibt es kein „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no retry mode of the AWS SDKs. Write legacy, standard, adaptive or none.</source>
        <translation>„%1“ ist kein Retry-Modus der AWS-SDKs. Schreiben Sie legacy, standard, adaptive oder none.</translation>
    </message>
    <message>
        <source>&quot;MaxAttempts&quot; counts the first try too: 1 (no retry) to 100.</source>
        <translation>„MaxAttempts“ zählt den ersten Versuch mit: 1 (keine Wiederholung) bis 100.</translation>
    </message>
    <message>
        <source>An outage ends after it begins.</source>
        <translation>Ein Ausfall endet, nachdem er begonnen hat.</translation>
    </message>
    <message>
        <source>&quot;Slowdown&quot; is how many times as long it takes: 1 to 100.</source>
        <translation>„Slowdown“ ist, wievielmal so lange es dauert: 1 bis 100.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a whole number from 0 to %2.</source>
        <translation>„%1“ ist eine ganze Zahl von 0 bis %2.</translation>
    </message>
    <message>
        <source>A point of the curve has a &quot;Load&quot; (1.0 is Capacity) and a &quot;Factor&quot; (how many times as long a call takes then), each from 0 to 1000.</source>
        <translation>Ein Punkt der Kurve hat „Load“ (1.0 ist Capacity) und „Factor“ (wievielmal so lange ein Zugriff dann dauert), beide von 0 bis 1000.</translation>
    </message>
    <message>
        <source>A connection is held by an Environment, as long as it lives, or by a Call; &quot;%1&quot; is neither.</source>
        <translation>Eine Verbindung hält eine Umgebung (Environment), solange sie lebt, oder ein Zugriff (Call); „%1“ ist keines von beiden.</translation>
    </message>
    <message>
        <source>%1 sends to &quot;%2&quot;, which does not exist in this template: nothing arrives.</source>
        <translation>%1 sendet an „%2“, das es in dieser Vorlage nicht gibt: Nichts kommt an.</translation>
    </message>
    <message>
        <source>A handler sends &quot;To&quot; a function, queue, topic or bucket, in a &quot;Share&quot; of its invocations, 0.0 to 1.0.</source>
        <translation>Ein Handler sendet „To“ eine Funktion, eine Warteschlange, ein Topic oder einen Bucket, in einem „Share“ seiner Aufrufe, 0.0 bis 1.0.</translation>
    </message>
    <message>
        <source>A layer of %1 is not an AWS::Serverless::LayerVersion of this template, so its content is not here: live handlers do without it.</source>
        <translation>Eine Schicht (Layer) von %1 ist keine AWS::Serverless::LayerVersion dieser Vorlage; ihr Inhalt liegt also nicht hier, und live ausgeführte Handler kommen ohne sie aus.</translation>
    </message>
    <message>
        <source>%1 has provisioned concurrency, whose environments take one request each: PerExecutionEnvironmentMaxConcurrency has no effect.</source>
        <translation>%1 hat Provisioned Concurrency, deren Umgebungen je eine Anfrage annehmen: PerExecutionEnvironmentMaxConcurrency wirkt nicht.</translation>
    </message>
</context>
<context>
    <name>test events</name>
    <message>
        <source>&quot;%1&quot; cannot be the name: it is taken or has a slash in it.</source>
        <translation>„%1“ kann nicht der Name sein: Er ist vergeben oder enthält einen Schrägstrich.</translation>
    </message>
</context>
<context>
    <name>trace</name>
    <message>
        <source>This is no line of a load balancer&apos;s access log: it needs a time such as 2026-01-05T09:00:00.123456Z in its second field (&quot;%1&quot;) and at least 13 fields.</source>
        <translation>Dies ist keine Zeile aus dem Zugriffsprotokoll eines Load Balancers: Sie braucht eine Zeit wie 2026-01-05T09:00:00.123456Z im zweiten Feld („%1“) und mindestens 13 Felder.</translation>
    </message>
    <message>
        <source>This line of an API&apos;s access log has no time. Log $context.requestTime or $context.requestTimeEpoch.</source>
        <translation>Diese Zeile aus dem Zugriffsprotokoll einer API hat keine Zeit. $context.requestTime oder $context.requestTimeEpoch protokollieren.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number where the Azure trace has one. Take the file as it was published.</source>
        <translation>„%1“ ist keine Zahl, wo die Azure-Aufzeichnung eine hat. Die Datei so nehmen, wie sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>The line has %1 columns, but this format has at least %2. Take the file as it was published.</source>
        <translation>Die Zeile hat %1 Spalten, dieses Format aber mindestens %2. Die Datei so nehmen, wie sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no format of a trace. Write Times, Azure2019, Azure2021, Alb, ApiGateway or Report, or leave it out.</source>
        <translation>„%1“ ist kein Format einer Aufzeichnung. Times, Azure2019, Azure2021, Alb, ApiGateway oder Report schreiben oder es weglassen.</translation>
    </message>
    <message>
        <source>This JSON document is larger than 256 MB. Write it as one log event a line, for example with jq -c &apos;.events[]&apos;.</source>
        <translation>Dieses JSON-Dokument ist größer als 256 MB. Als ein Log-Event je Zeile schreiben, zum Beispiel mit jq -c &apos;.events[]&apos;.</translation>
    </message>
    <message>
        <source>This line is longer than 4 MB, so the file is no trace.</source>
        <translation>Diese Zeile ist länger als 4 MB, die Datei ist also keine Aufzeichnung.</translation>
    </message>
    <message>
        <source>From here on the text is no JSON. Take the file as it was written.</source>
        <translation>Ab hier ist der Text kein JSON. Die Datei so nehmen, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>This REPORT line has no duration that can be read. Take the log as CloudWatch has it.</source>
        <translation>Diese REPORT-Zeile hat keine lesbare Dauer. Das Log so nehmen, wie CloudWatch es hat.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a duration. Write a number, or one with its unit such as 250ms.</source>
        <translation>„%1“ ist keine Dauer. Eine Zahl schreiben oder eine mit Einheit wie 250ms.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a moment. A trace has one request a line, with its time in seconds (12.345), with a unit (250ms) or as 2026-01-05T09:00:00Z.</source>
        <translation>„%1“ ist kein Zeitpunkt. Eine Aufzeichnung hat eine Anfrage je Zeile, mit ihrer Zeit in Sekunden (12.345), mit Einheit (250ms) oder als 2026-01-05T09:00:00Z.</translation>
    </message>
    <message>
        <source>This file of the Azure trace has durations or memory but no arrivals. Take invocations_per_function_md.anon.d01.csv as the load, and make a work model of this one with coldstart fit.</source>
        <translation>Diese Datei der Azure-Aufzeichnung hat Dauern oder Speicher, aber keine Ankünfte. Als Last invocations_per_function_md.anon.d01.csv nehmen und aus dieser mit coldstart fit ein Arbeitsmodell machen.</translation>
    </message>
    <message>
        <source>The trace has more than %1 requests of what is asked for. Name one Function, or cut the file.</source>
        <translation>Die Aufzeichnung hat mehr als %1 Anfragen von dem, was verlangt wird. Mit Function eine nennen oder die Datei kürzen.</translation>
    </message>
    <message>
        <source>The trace has %1 functions, so there is no number %2.</source>
        <translation>Die Aufzeichnung hat %1 Funktionen, deshalb gibt es keine Nummer %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no place in this trace. Write the time since its beginning, such as 30m, or for a trace with calendar times 2026-01-05T09:00:00Z.</source>
        <translation>„%1“ ist keine Stelle in dieser Aufzeichnung. Die Zeit seit ihrem Beginn schreiben, etwa 30m, oder bei Kalenderzeiten 2026-01-05T09:00:00Z.</translation>
    </message>
    <message>
        <source>There is no request in this file. A trace has one a line, such as a time in seconds or a line of an access log.</source>
        <translation>In dieser Datei ist keine Anfrage. Eine Aufzeichnung hat eine je Zeile, etwa eine Zeit in Sekunden oder eine Zeile eines Zugriffsprotokolls.</translation>
    </message>
    <message>
        <source>The trace has no function &quot;%1&quot;. Write one as the file has it, such as &quot;%2&quot;, or a number: 1 is the busiest.</source>
        <translation>Die Aufzeichnung hat keine Funktion „%1“. Eine so schreiben, wie sie in der Datei steht, etwa „%2“, oder eine Nummer: 1 ist die meistbenutzte.</translation>
    </message>
    <message>
        <source>These REPORT lines have no time. Take them with aws logs tail or filter-log-events, which add it.</source>
        <translation>Diese REPORT-Zeilen haben keine Zeit. Mit aws logs tail oder filter-log-events holen, die sie hinzufügen.</translation>
    </message>
    <message>
        <source>Not every request of this trace tells how long it took. Leave PlayDurations out; the work model then says it.</source>
        <translation>Nicht jede Anfrage dieser Aufzeichnung sagt, wie lange sie dauerte. PlayDurations weglassen; dann sagt es das Arbeitsmodell.</translation>
    </message>
    <message>
        <source>No request of the trace lies between From and To.</source>
        <translation>Keine Anfrage der Aufzeichnung liegt zwischen From und To.</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>&quot;%1&quot; is not a duration. Write a number with a unit: us, ms, s, m, h or d, for example 210ms or 1.5s.</source>
        <translation>„%1“ ist keine Dauer. Gebraucht wird eine Zahl mit Einheit: us, ms, s, m, h oder d, zum Beispiel 210ms oder 1.5s.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount of memory. Write a whole number with a unit: MB or GB, for example 74MB.</source>
        <translation>„%1“ ist keine Speichermenge. Gebraucht wird eine ganze Zahl mit Einheit: MB oder GB, zum Beispiel 74MB.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date and time. Write it like 2026-01-05T09:00:00Z; the time is UTC.</source>
        <translation>„%1“ ist kein Zeitpunkt. Geschrieben wird er wie 2026-01-05T09:00:00Z; die Zeit ist UTC.</translation>
    </message>
</context>
<context>
    <name>whatif</name>
    <message>
        <source>Response, p50</source>
        <translation>Antwort, p50</translation>
    </message>
    <message>
        <source>Duration, p50</source>
        <translation>Dauer, p50</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>längste</translation>
    </message>
    <message>
        <source>Throttled (429)</source>
        <translation>Gedrosselt (429)</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Events given up</source>
        <translation>Aufgegebene Events</translation>
    </message>
    <message>
        <source>Events still waiting</source>
        <translation>Noch wartende Events</translation>
    </message>
    <message>
        <source>Cold starts</source>
        <translation>Kaltstarts</translation>
    </message>
    <message>
        <source>Cost of the run</source>
        <translation>Kosten des Laufs</translation>
    </message>
    <message>
        <source>Invocations</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Messages wait, average</source>
        <translation>Nachrichten warten, im Mittel</translation>
    </message>
    <message>
        <source>Messages given up</source>
        <translation>Aufgegebene Nachrichten</translation>
    </message>
    <message>
        <source>Messages not processed at the end</source>
        <translation>Am Ende nicht verarbeitete Nachrichten</translation>
    </message>
</context>
</TS>
