// SPDX-License-Identifier: GPL-3.0-or-later
// Every catalogue is complete, keeps the places of the arguments, and is in the program.
#include <QDir>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include "tests/support/paths.h"

using namespace coldstart::tests;

class TestTranslations : public QObject {
  Q_OBJECT
 private slots:
  void isComplete_data();
  void isComplete();
  void isInTheProgram();
};

namespace {

struct Message {
  QString source;
  QStringList translations;  ///< Several where the text counts something.
  bool finished = true;
};

QList<Message> readCatalogue(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(path));
  QXmlStreamReader xml(&file);
  QList<Message> messages;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"message") messages += Message{};
    if (xml.name() == u"source") messages.last().source = xml.readElementText();
    if (xml.name() == u"numerusform") messages.last().translations += xml.readElementText();
    if (xml.name() != u"translation") continue;
    messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
    if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace()) {
      messages.last().translations += xml.text().toString();
    }
  }
  if (xml.hasError()) qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
  return messages;
}

/// "%1", "%2", "%n" in alphabetical order.
QStringList places(const QString& text) {
  static const QRegularExpression kPlace(QStringLiteral("%(\\d|n)"));
  QStringList found;
  for (const auto& match : kPlace.globalMatch(text)) found += match.captured();
  found.removeDuplicates();
  found.sort();
  return found;
}

}  // namespace

void TestTranslations::isComplete_data() {
  QTest::addColumn<QString>("path");
  const QDir folder(sourceDir() + QStringLiteral("/translations"));
  for (const QString& name : folder.entryList({QStringLiteral("*.ts")})) {
    QTest::newRow(qPrintable(name)) << folder.filePath(name);
  }
}

void TestTranslations::isComplete() {
  QFETCH(QString, path);
  const QList<Message> messages = readCatalogue(path);
  QVERIFY(messages.size() > 50);
  QStringList wrong;
  for (const Message& message : messages) {
    if (!message.finished || message.translations.isEmpty()) {
      wrong += QStringLiteral("not translated: ") + message.source;
    }
    for (const QString& translation : message.translations) {
      if (places(translation) == places(message.source)) continue;
      wrong += QStringLiteral("other arguments than \"%1\": %2").arg(message.source, translation);
    }
  }
  QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void TestTranslations::isInTheProgram() {
  QTranslator german;
  QVERIFY(german.load(QStringLiteral(":/i18n/coldstart_de.qm")));
  QVERIFY(!german.isEmpty());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
