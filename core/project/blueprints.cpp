// SPDX-License-Identifier: GPL-3.0-or-later
// New projects: the list that the user chooses from, and the files of a choice.
#include <cassert>
#include <cctype>

#include <nlohmann/json.hpp>

#include "core/project/blueprint_files.h"
#include "core/project/template.h"

namespace coldstart::project {
namespace {

using Node = nlohmann::ordered_json;

bool isWord(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80;
}

/// A logical id from any text: "resize images" → "ResizeImages"; "Function" when nothing is left.
std::string logicalId(const std::string& name) {
  std::string id;
  bool wordStarts = true;
  for (const char c : name) {
    if (isWord(c)) {
      id += wordStarts ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    }
    wordStarts = !isWord(c);
  }
  const bool startsWithLetter = !id.empty() && std::isalpha(static_cast<unsigned char>(id[0])) != 0;
  return startsWithLetter ? id.substr(0, 60) : "Function" + id.substr(0, 50);
}

/// A folder from a logical id: "ResizeImages" → "resize-images".
std::string folderOf(const std::string& id) {
  std::string folder;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const auto c = static_cast<unsigned char>(id[i]);
    const bool wordStarts =
        std::isupper(c) != 0 && i > 0 && std::isupper(static_cast<unsigned char>(id[i - 1])) == 0;
    if (wordStarts) folder += '-';
    folder += static_cast<char>(std::tolower(c));
  }
  return folder;
}

std::string filled(std::string_view pattern, const std::string& id, const std::string& folder) {
  std::string text(pattern);
  const auto replace = [&](std::string_view what, const std::string& with) {
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size())) {
      text.replace(at, what.size(), with);
    }
  };
  replace("@ID@", id);
  replace("@FOLDER@", folder);
  return text;
}

Node templateOf(const BlueprintFiles& blueprint, const std::string& id, const std::string& folder) {
  const Node parts = Node::parse(filled(blueprint.parts, id, folder));
  Node properties{{"CodeUri", folder + "/"},
                  {"Handler", blueprint.handler},
                  {"Runtime", blueprint.runtime},
                  {"MemorySize", 128},
                  {"Timeout", 3}};
  if (parts.contains("Properties")) properties.update(parts["Properties"]);
  Node function{{"Type", "AWS::Serverless::Function"}, {"Properties", std::move(properties)}};
  if (parts.contains("Metadata")) function["Metadata"]["Coldstart"] = parts["Metadata"];
  Node tree{{"AWSTemplateFormatVersion", "2010-09-09"},
            {"Transform", "AWS::Serverless-2016-10-31"},
            {"Resources", {{id, std::move(function)}}}};
  if (parts.contains("Resources")) tree["Resources"].update(parts["Resources"]);
  tree["Metadata"]["Coldstart"]["Seed"] = 1;
  if (parts.contains("Coldstart")) tree["Metadata"]["Coldstart"].update(parts["Coldstart"]);
  return tree;
}

}  // namespace

const std::vector<Blueprint>& blueprints() {
  static const std::vector<Blueprint> kAll{
      {"hello-python",
       {"blueprint", SAY("blueprint", "Hello, Python"), {}},
       {"blueprint",
        SAY("blueprint", "A function that answers, in Python. The place to start."),
        {}}},
      {"hello-node",
       {"blueprint", SAY("blueprint", "Hello, Node.js"), {}},
       {"blueprint", SAY("blueprint", "A function that answers, in JavaScript."), {}}},
      {"s3-upload",
       {"blueprint", SAY("blueprint", "Upload to S3"), {}},
       {"blueprint", SAY("blueprint", "Runs whenever an object is put into a bucket."), {}}},
      {"api-backend",
       {"blueprint", SAY("blueprint", "API backend"), {}},
       {"blueprint", SAY("blueprint", "Two routes of an HTTP API that list and add notes."), {}}},
      {"scheduled-job",
       {"blueprint", SAY("blueprint", "Scheduled job"), {}},
       {"blueprint", SAY("blueprint", "Runs every quarter of an hour."), {}}},
      {"sqs-worker",
       {"blueprint", SAY("blueprint", "Queue worker"), {}},
       {"blueprint", SAY("blueprint", "Takes batches of messages from an SQS queue."), {}}},
      {"sns-subscriber",
       {"blueprint", SAY("blueprint", "Topic subscriber"), {}},
       {"blueprint", SAY("blueprint", "Is told about every message of an SNS topic."), {}}},
      {"empty",
       {"blueprint", SAY("blueprint", "Empty"), {}},
       {"blueprint",
        SAY("blueprint", "One function that returns its event, and nothing else."),
        {}}}};
  return kAll;
}

std::vector<NewFile> instantiate(std::string_view blueprintId, const std::string& functionName) {
  const BlueprintFiles* blueprint = blueprintFiles(blueprintId);
  assert(blueprint != nullptr && "an id from blueprints()");
  if (blueprint == nullptr) return {};
  const std::string id = logicalId(functionName);
  const std::string folder = folderOf(id);
  std::vector<NewFile> files{{"template.json", writeTemplate(templateOf(*blueprint, id, folder))}};
  for (const BlueprintFile& file : blueprint->files) {
    files.push_back({filled(file.path, id, folder), filled(file.text, id, folder)});
  }
  return files;
}

}  // namespace coldstart::project
