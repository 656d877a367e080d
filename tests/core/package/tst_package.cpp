// SPDX-License-Identifier: GPL-3.0-or-later
// Files into a .zip and back: nothing is lost, the bytes depend on the files alone, and a hostile
// .zip is refused with a sentence.
#include <QTest>
#include <algorithm>

#include <sys/stat.h>
#include <zip.h>

#include "core/package/package.h"

using namespace coldstart;
using namespace coldstart::package;

namespace {

/// What some tool may have put into a .zip.
struct Entry {
  std::string name;
  std::string bytes = "x";
  zip_uint32_t mode = S_IFREG | 0644;
  const char* password = nullptr;
};

std::string zipped(const std::vector<Entry>& entries) {
  zip_error_t error;
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(memory);
  zip_t* zip = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
  for (const Entry& entry : entries) {
    const auto index = static_cast<zip_uint64_t>(zip_file_add(
        zip, entry.name.c_str(), zip_source_buffer(zip, entry.bytes.data(), entry.bytes.size(), 0),
        ZIP_FL_ENC_UTF_8));
    zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, entry.mode << 16);
    if (entry.password) zip_file_set_encryption(zip, index, ZIP_EM_AES_256, entry.password);
  }
  if (zip_close(zip) != 0) qFatal("%s", zip_strerror(zip));
  zip_stat_t found;
  zip_source_stat(memory, &found);
  std::string bytes(found.size, '\0');
  zip_source_open(memory);
  zip_source_read(memory, bytes.data(), bytes.size());
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

std::string refusal(const std::string& zip) {
  const auto files = filesIn(zip);
  return files ? "taken" : files.error().english();
}

std::vector<File> code() {
  return {{"lambda_function.py", Kind::Plain, "def lambda_handler(event, context): pass\n"},
          {"bin/a tool \U0001F600", Kind::Executable, "#!/bin/sh\n"},
          {"data/empty", Kind::Plain, ""},
          {"lib/current", Kind::Link, "../data/empty"},
          {"lib/folder", Kind::Link, "../bin"}};
}

}  // namespace

class TestPackage : public QObject {
  Q_OBJECT
 private slots:
  void whatGoesInComesOut();
  void theSameFilesGiveTheSameBytes();
  void hostileZipsAreRefused_data();
  void hostileZipsAreRefused();
  void damageIsFound();
  void moreThanLambdaTakesIsRefused();
  void whatToolsWriteIsUnderstood();
};

void TestPackage::whatGoesInComesOut() {
  const auto zip = zipOf(code());
  QVERIFY2(zip, zip ? "" : zip.error().english().c_str());
  const auto files = filesIn(*zip);
  QVERIFY2(files, files ? "" : files.error().english().c_str());
  QCOMPARE(files->size(), code().size());
  for (const File& file : code()) {
    const auto same = std::ranges::find(*files, file.path, &File::path);
    QVERIFY2(same != files->end(), file.path.c_str());
    QCOMPARE(same->bytes, file.bytes);
    QCOMPARE(static_cast<int>(same->kind), static_cast<int>(file.kind));
  }
  QVERIFY(!zipOf({}));
}

void TestPackage::theSameFilesGiveTheSameBytes() {
  const auto zip = zipOf(code());
  QVERIFY(zip);
  std::vector<File> turned = code();
  std::ranges::reverse(turned);
  qputenv("TZ", "America/St_Johns");
  tzset();
  const auto again = zipOf(turned);
  qputenv("TZ", "UTC");
  tzset();
  QVERIFY(again);
  QVERIFY(*zip == *again);
  // Golden: one stored file, whose bytes do not depend on the compressor. The date is 1980-01-01.
  const auto one = zipOf({{"a", Kind::Plain, "x"}});
  QVERIFY(one);
  QCOMPARE(QByteArray::fromStdString(one->substr(10, 4)).toHex(), QByteArray("00002100"));
}

void TestPackage::hostileZipsAreRefused_data() {
  QTest::addColumn<QString>("zip");
  QTest::addColumn<QString>("sentence");
  const auto row = [](const char* name, const std::vector<Entry>& entries, const char* sentence) {
    QTest::newRow(name) << QString::fromLatin1(QByteArray::fromStdString(zipped(entries)).toHex())
                        << QString::fromLatin1(sentence);
  };
  const char* const outside = "would lie outside";
  row("up", {{"../evil"}}, outside);
  row("up inside", {{"a/../../evil"}}, outside);
  row("absolute", {{"/etc/passwd"}}, outside);
  row("Windows", {{"..\\evil"}}, outside);
  row("dot in the middle", {{"a/./b"}}, outside);
  row("two slashes", {{"a//b"}}, outside);
  row("folder", {{"ok"}, {"../evil/", "", S_IFDIR | 0755}}, outside);
  row("root", {{"ok"}, {"/", "", S_IFDIR | 0755}}, outside);
  const char* const link = "which is not in the package";
  const zip_uint32_t isLink = S_IFLNK | 0777;
  row("link up", {{"a", "../etc", isLink}}, link);
  row("absolute link", {{"a", "/etc/passwd", isLink}}, link);
  row("link to nothing", {{"a", "b", isLink}}, link);
  row("link that turns back", {{"d/x", "x"}, {"a", "d/../../etc", isLink}}, link);
  row("link to nothing at all", {{"a", "", isLink}}, link);
  row("through a link", {{"d/x", "x"}, {"a", "d", isLink}, {"a/evil", "x"}}, "not a folder");
  row("below a file", {{"a"}, {"a/b"}}, "not a folder");
  row("twice", {{"a"}, {"./a"}}, "two files");
  row("device", {{"a", "", S_IFCHR | 0644}}, "neither a file");
  row("encrypted", {{"a", "secret", S_IFREG | 0644, "password"}}, "encrypted");
}

void TestPackage::hostileZipsAreRefused() {
  QFETCH(QString, zip);
  QFETCH(QString, sentence);
  const std::string told = refusal(QByteArray::fromHex(zip.toLatin1()).toStdString());
  QVERIFY2(told.find(sentence.toStdString()) != std::string::npos, told.c_str());
}

void TestPackage::damageIsFound() {
  QVERIFY(refusal("").find("package is empty") != std::string::npos);
  QVERIFY(refusal("This is no package.").find("not a .zip") != std::string::npos);
  const std::string whole = zipped({{"a", std::string(1'000, 'a') + "b"}});
  for (std::size_t size = 0; size < whole.size(); ++size)
    QVERIFY2(refusal(whole.substr(0, size)) != "taken", std::to_string(size).c_str());
  std::string turned = whole;
  turned[40] = static_cast<char>(turned[40] ^ 0x55);  // In what is compressed.
  QVERIFY(refusal(turned).find("\"a\" in the package cannot be read") != std::string::npos);
}

void TestPackage::moreThanLambdaTakesIsRefused() {
  const std::string_view message = "Unzipped size must be smaller than 262144000 bytes";
  const auto half = static_cast<std::size_t>(mostUnzipped() / 2);
  std::vector<File> files{{"a", Kind::Plain, std::string(half, '\0')},
                          {"b", Kind::Plain, std::string(half + 1, '\0')}};
  const std::string bomb = zipped({{"a", files[0].bytes}, {"b", files[1].bytes}});
  QVERIFY(bomb.size() < 1'000'000);
  QVERIFY(refusal(bomb).starts_with(message));
  const auto zip = zipOf(files);
  QVERIFY(!zip);
  QCOMPARE(zip.error().name, std::string("InvalidParameterValueException"));
  QVERIFY(zip.error().english().starts_with(message));
  QCOMPARE(mostUploaded(), 52'428'800);
}

void TestPackage::whatToolsWriteIsUnderstood() {
  const auto files = filesIn(zipped({{"./", "", S_IFDIR | 0755},
                                     {"./app.py", "a"},
                                     {"lib/", "", S_IFDIR | 0755},
                                     {"no-type", "b", 0600},
                                     {"run", "c", S_IFREG | 0700}}));
  QVERIFY2(files, files ? "" : files.error().english().c_str());
  QCOMPARE(files->size(), 3U);
  QCOMPARE(files->at(0).path, std::string("app.py"));
  QVERIFY(files->at(1).kind == Kind::Plain);
  QVERIFY(files->at(2).kind == Kind::Executable);
}

QTEST_GUILESS_MAIN(TestPackage)
#include "tst_package.moc"
