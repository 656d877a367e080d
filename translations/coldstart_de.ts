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
        <source>Handler errors: %1 · time-outs: %2</source>
        <translation>Handler-Fehler: %1 · Timeouts: %2</translation>
    </message>
    <message>
        <source>%1 requests were throttled (429)</source>
        <translation>%1 Anfragen wurden gedrosselt (429)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>Quantity</name>
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
        <source>An environment serves one request at a time; %1 were started because no free one was there when a request arrived.</source>
        <translation>Eine Umgebung bedient immer nur eine Anfrage; %1 wurden gestartet, weil keine frei war, als eine Anfrage eintraf.</translation>
    </message>
    <message>
        <source>✕ throttled (429)</source>
        <translation>✕ gedrosselt (429)</translation>
    </message>
    <message>
        <source>cold · failed, all</source>
        <translation>kalt · fehlgeschlagen, alle</translation>
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
        <source>This run outgrew its journal: log lines and init time are not counted.</source>
        <translation>Dieser Lauf ist über sein Journal hinausgewachsen: Logzeilen und Init-Zeit sind nicht mitgezählt.</translation>
    </message>
    <message>
        <source>CloudWatch Logs ingest</source>
        <translation>CloudWatch Logs, Aufnahme</translation>
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
        <source>S3 sends it URL-encoded, so a handler decodes it.</source>
        <translation>S3 sendet ihn URL-kodiert, deshalb dekodiert ihn der Handler.</translation>
    </message>
    <message>
        <source>Real S3 events say eventVersion 2.1; the templates of SAM and of the console still say 2.0.</source>
        <translation>Echte S3-Events nennen eventVersion 2.1; die Vorlagen von SAM und Konsole sagen noch 2.0.</translation>
    </message>
    <message>
        <source>S3 · object created (put)</source>
        <translation>S3 · Objekt angelegt (put)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>In bytes.</source>
        <translation>In Byte.</translation>
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
        <source>Text. It stands in the event as base64 while isBase64Encoded is true, and as it is while that is false.</source>
        <translation>Text. Im Event steht er als Base64, solange isBase64Encoded true ist, und unverändert, solange es false ist.</translation>
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
        <source>No environment of %1 was left: environment %2 had gone %3 before. So Lambda started a new one, and the request waited %4 for its init.</source>
        <translation>Von %1 war keine Umgebung mehr da: Umgebung %2 war %3 vorher verschwunden. Deshalb startete Lambda eine neue, und die Anfrage wartete %4 auf deren Init.</translation>
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
        <source>At %1 the only environment of %2 was busy until %3, so Lambda started environment %4. The request waited %5 for its init.</source>
        <translation>Bei %1 war die einzige Umgebung von %2 bis %3 beschäftigt, deshalb startete Lambda Umgebung %4. Die Anfrage wartete %5 auf deren Init.</translation>
    </message>
    <message>
        <source>At %1 all %2 environments of %3 were busy (the first was free again at %4), so Lambda started environment %5. The request waited %6 for its init.</source>
        <translation>Bei %1 waren alle %2 Umgebungen von %3 beschäftigt (die erste war bei %4 wieder frei), deshalb startete Lambda Umgebung %5. Die Anfrage wartete %6 auf deren Init.</translation>
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
        <source>None of those was idle: Lambda started environment %1, and the request waited %2 for its init.</source>
        <translation>Von diesen war keine frei: Lambda startete Umgebung %1, und die Anfrage wartete %2 auf deren Init.</translation>
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
        <source>The event goes to %1.</source>
        <translation>Das Event geht an %1.</translation>
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
        <source>The scenario changes %1, which is no setting that can change during a run. Use Account.ConcurrentExecutions, or a function&apos;s MemorySize, Timeout, ReservedConcurrentExecutions or ProvisionedConcurrency.</source>
        <translation>Das Szenario ändert %1, und das ist keine Einstellung, die sich während eines Laufs ändern kann. Möglich sind Account.ConcurrentExecutions oder MemorySize, Timeout, ReservedConcurrentExecutions oder ProvisionedConcurrency einer Funktion.</translation>
    </message>
    <message>
        <source>A load of the scenario %1 targets a function or trigger that the template does not have. Correct its Function.</source>
        <translation>Eine Last des Szenarios %1 zielt auf eine Funktion oder einen Trigger, den das Template nicht hat. Ihr Function-Eintrag muss berichtigt werden.</translation>
    </message>
    <message>
        <source>The scenario %1 has more than 65 535 loads or functions. Use fewer.</source>
        <translation>Das Szenario %1 hat mehr als 65 535 Lasten oder Funktionen. Es müssen weniger sein.</translation>
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
        <source>The template has %1 resources; CloudFormation accepts at most %2.</source>
        <translation>Das Template hat %1 Ressourcen; CloudFormation nimmt höchstens %2 an.</translation>
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
        <source>The trace file &quot;%1&quot; cannot be read. Give a path inside the project&apos;s folder.</source>
        <translation>Die Trace-Datei „%1“ lässt sich nicht lesen. Gebraucht wird ein Pfad im Projektordner.</translation>
    </message>
    <message>
        <source>A trace has one arrival a line, in seconds since the start (12.345) or with a unit, and at most %1 of them.</source>
        <translation>Ein Trace hat eine Ankunft je Zeile, in Sekunden seit dem Start (12.345) oder mit Einheit, und höchstens %1 davon.</translation>
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
        <source>&quot;%1&quot; cannot change during a run. What can: a function&apos;s ReservedConcurrentExecutions, ProvisionedConcurrentExecutions, MemorySize or Timeout, and Account.ConcurrentExecutions.</source>
        <translation>„%1“ kann sich während eines Laufs nicht ändern. Ändern können sich ReservedConcurrentExecutions, ProvisionedConcurrentExecutions, MemorySize oder Timeout einer Funktion und Account.ConcurrentExecutions.</translation>
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
        <source>Polling and batches are not simulated yet: each request of a load on %1 is one invocation.</source>
        <translation>Abholen und Stapel werden noch nicht simuliert: Jede Anfrage einer Last auf %1 ist ein Aufruf.</translation>
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
</TS>
