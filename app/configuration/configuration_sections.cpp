// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the Configuration tab: which settings there are, in the AWS console's order.
#include <QVBoxLayout>
#include <array>

#include <nlohmann/json.hpp>

#include "app/configuration/configuration_page.h"
#include "app/configuration/distribution_row.h"
#include "app/configuration/environment_row.h"
#include "app/configuration/judge.h"
#include "app/configuration/pool_bar.h"
#include "app/configuration/rows.h"
#include "app/workbench/say.h"
#include "core/project/quota.h"
#include "core/project/runtimes.h"

namespace coldstart::configuration {

using project::Function;
using project::Project;
using theme::Role;

template <typename Row, typename... Arguments>
Row* ConfigurationPage::add(FieldSpec spec, Arguments&&... arguments) {
  auto* made = new Row(m_form, std::move(spec), std::forward<Arguments>(arguments)...);
  m_column->addWidget(made);
  m_rows += made;
  return made;
}

void ConfigurationPage::addGeneral() {
  addSection(tr("General configuration"));
  add<TextRow>(
      {QStringLiteral("description"),
       tr("Description"),
       "Properties/Description",
       "Description",
       {},
       nullptr},
      [](const Function& f) { return f.description; }, m_content);
  add<NumberRow>(
      {QStringLiteral("memory"), tr("Memory"), "Properties/MemorySize", "MemorySize",
       QStringLiteral("MemorySize"), memoryEffect},
      [](const Project&, const Function& f) { return f.memory.mb; }, m_content,
      NumberRow::Slider::Memory);
  add<NumberRow>(
      {QStringLiteral("storage"),
       tr("Ephemeral storage"),
       "Properties/EphemeralStorage/Size",
       "EphemeralStorage",
       {},
       storageEffect},
      [](const Project&, const Function& f) { return f.ephemeralStorage.mb; }, m_content);
  add<NumberRow>(
      {QStringLiteral("timeout"), tr("Timeout"), "Properties/Timeout", "Timeout",
       QStringLiteral("Timeout"), timeoutEffect},
      [](const Project&, const Function& f) { return f.timeout.us / 1'000'000; }, m_content);
  std::vector<ChoiceRow::Option> runtimes;
  for (const project::Runtime& runtime : project::runtimes())
    if (runtime.listed) runtimes.push_back({qs(runtime.id), std::string(runtime.id)});
  add<ChoiceRow>(
      {QStringLiteral("runtime"), tr("Runtime"), "Properties/Runtime", {}, {}, runtimeEffect},
      std::move(runtimes), [](const Function& f) { return f.runtime; }, m_content);
  add<TextRow>(
      {QStringLiteral("handler"),
       tr("Handler"),
       "Properties/Handler",
       "Handler",
       {},
       handlerEffect},
      [](const Function& f) { return f.handler; }, m_content);
  add<ChoiceRow>(
      {QStringLiteral("architecture"),
       tr("Architecture"),
       "Properties/Architectures",
       {},
       {},
       architectureEffect},
      std::vector<ChoiceRow::Option>{{QStringLiteral("x86_64"), "x86_64"},
                                     {QStringLiteral("arm64"), "arm64"}},
      [](const Function& f) {
        return f.architecture == project::Architecture::Arm64 ? "arm64" : "x86_64";
      },
      m_content, ChoiceRow::Written::List);
}

void ConfigurationPage::addEnvironment() {
  addSection(tr("Environment variables"));
  add<EnvironmentRow>({QStringLiteral("environment"),
                       tr("Variables"),
                       "Properties/Environment/Variables",
                       {},
                       {},
                       nullptr},
                      m_content);
}

void ConfigurationPage::addConcurrency() {
  addSection(tr("Concurrency"));
  constexpr int kProposal = 50;
  auto* reserved = add<NumberRow>(
      {QStringLiteral("reserved"), tr("Reserved concurrency"),
       "Properties/ReservedConcurrentExecutions", "ReservedConcurrentExecutions",
       QStringLiteral("ReservedConcurrentExecutions"), reservedEffect},
      [](const Project&, const Function& f) -> std::optional<std::int64_t> { return f.reserved; },
      m_content);
  reserved->setOptional(tr("Use unreserved"), tr("Reserve"), kProposal);
  m_pool = new PoolBar(m_content);
  reserved->addBelow(m_pool);
  add<TextRow>(
      {QStringLiteral("alias"),
       tr("Published alias"),
       "Properties/AutoPublishAlias",
       "AliasName",
       {},
       aliasEffect},
      [](const Function& f) { return f.alias; }, m_content, tr("none"));
  auto* provisioned = add<NumberRow>(
      {QStringLiteral("provisioned"), tr("Provisioned concurrency"),
       "Properties/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions",
       "ProvisionedConcurrentExecutions", QStringLiteral("ProvisionedConcurrency"),
       provisionedEffect},
      [](const Project&, const Function& f) -> std::optional<std::int64_t> {
        return f.provisioned;
      },
      m_content);
  provisioned->setAbsent(0);
  // Only a published version can be provisioned; an alias makes SAM publish one.
  provisioned->setAlso([](nlohmann::ordered_json tree, const Function& function,
                          const nlohmann::ordered_json& value) {
    if (value.is_null() || !function.alias.empty()) return tree;
    return withValue(std::move(tree), pointerBelow(function.id, "Properties/AutoPublishAlias"),
                     "live");
  });
}

void ConfigurationPage::addAsynchronous() {
  addSection(tr("Asynchronous invocation"));
  add<NumberRow>(
      {QStringLiteral("retries"),
       tr("Retry attempts"),
       "Properties/EventInvokeConfig/MaximumRetryAttempts",
       "MaximumRetryAttempts",
       {},
       retriesEffect},
      [](const Project&, const Function& f) { return f.maximumRetryAttempts; }, m_content);
  add<NumberRow>(
      {QStringLiteral("eventAge"),
       tr("Maximum age of event"),
       "Properties/EventInvokeConfig/MaximumEventAgeInSeconds",
       "MaximumEventAgeInSeconds",
       {},
       eventAgeEffect},
      [](const Project&, const Function& f) { return f.maximumEventAge.us / 1'000'000; },
      m_content);
  auto* letters = add<TextRow>(
      {QStringLiteral("deadLetter"),
       tr("Dead-letter queue"),
       "Properties/DeadLetterQueue/TargetArn",
       {},
       {},
       deadLetterEffect},
      [](const Function& f) { return f.deadLetterTarget; }, m_content,
      tr("ARN of a queue or topic"));
  // SAM wants to know which of the two it is.
  letters->setAlso([](nlohmann::ordered_json tree, const Function& function,
                      const nlohmann::ordered_json& value) {
    nlohmann::ordered_json type;
    if (value.is_string())
      type = value.get<std::string>().find(":sns:") == std::string::npos ? "SQS" : "SNS";
    return withValue(std::move(tree), pointerBelow(function.id, "Properties/DeadLetterQueue/Type"),
                     type);
  });
  const std::string below = "Properties/EventInvokeConfig/DestinationConfig/";
  addDestination({QStringLiteral("onFailure"),
                  tr("On-failure destination"),
                  below + "OnFailure/Destination",
                  {},
                  {},
                  onFailureEffect},
                 [](const Function& f) { return f.onFailure; });
  addDestination({QStringLiteral("onSuccess"),
                  tr("On-success destination"),
                  below + "OnSuccess/Destination",
                  {},
                  {},
                  onSuccessEffect},
                 [](const Function& f) { return f.onSuccess; });
}

void ConfigurationPage::addDestination(FieldSpec spec,
                                       std::function<std::string(const Function&)> read) {
  const std::string place = spec.path.substr(0, spec.path.rfind('/')) + "/Type";
  auto* row = add<TextRow>(std::move(spec), std::move(read), m_content,
                           tr("ARN of a queue, topic, function, bus or bucket"));
  // SAM wants to know what it is.
  row->setAlso([place](nlohmann::ordered_json tree, const Function& function,
                       const nlohmann::ordered_json& value) {
    constexpr std::array<std::pair<const char*, const char*>, 5> kTypes{
        {{":sqs:", "SQS"},
         {":sns:", "SNS"},
         {":lambda:", "Lambda"},
         {":events:", "EventBridge"},
         {":s3:", "S3Bucket"}}};
    nlohmann::ordered_json type;
    for (const auto& [part, name] : kTypes) {
      if (value.is_string() && value.get<std::string>().find(part) != std::string::npos)
        type = name;
    }
    return withValue(std::move(tree), pointerBelow(function.id, place), type);
  });
}

void ConfigurationPage::addLogging() {
  addSection(tr("Logging"));
  const auto levelText = [](project::Level level) {
    constexpr std::array kNames{"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
    return std::string(kNames[static_cast<std::size_t>(level)]);
  };
  const auto options = [](std::initializer_list<const char*> names) {
    std::vector<ChoiceRow::Option> list;
    for (const char* name : names) list.push_back({QString::fromLatin1(name), name});
    return list;
  };
  add<ChoiceRow>(
      {QStringLiteral("logFormat"),
       tr("Log format"),
       "Properties/LoggingConfig/LogFormat",
       {},
       {},
       logFormatEffect},
      options({"Text", "JSON"}),
      [](const Function& f) { return f.logFormat == project::LogFormat::Json ? "JSON" : "Text"; },
      m_content);
  add<ChoiceRow>(
      {QStringLiteral("applicationLevel"),
       tr("Application log level"),
       "Properties/LoggingConfig/ApplicationLogLevel",
       {},
       {},
       nullptr},
      options({"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"}),
      [levelText](const Function& f) { return levelText(f.applicationLogLevel); }, m_content);
  add<ChoiceRow>(
      {QStringLiteral("systemLevel"),
       tr("System log level"),
       "Properties/LoggingConfig/SystemLogLevel",
       {},
       {},
       nullptr},
      options({"DEBUG", "INFO", "WARN"}),
      [levelText](const Function& f) { return levelText(f.systemLogLevel); }, m_content);
  add<TextRow>(
      {QStringLiteral("logGroup"),
       tr("Log group"),
       "Properties/LoggingConfig/LogGroup",
       "LogGroup",
       {},
       logGroupEffect},
      [](const Function& f) { return f.logGroup; }, m_content,
      QStringLiteral("/aws/lambda/\u2026"));
}

void ConfigurationPage::addWork() {
  addSection(tr("Work model"),
             tr("How the function behaves when it is simulated. AWS knows none of this; it is kept "
                "in the template's Metadata, and sam deploy ignores it. Durations hold at 1 769 "
                "MB."));
  using project::Distribution;
  struct Row {
    const char* id;
    QString title;
    const char* path;
    const Distribution& (*value)(const Function&);
    Role role;
    Effect effect;
  };
  const auto shape = [](const Distribution& (*value)(const Function&)) -> Effect {
    return [value](const Project& p, std::size_t i) {
      return distributionEffect(value(p.functions[i]));
    };
  };
  const auto init = [](const Function& f) -> const Distribution& { return f.work.init; };
  const auto first = [](const Function& f) -> const Distribution& { return f.work.firstDuration; };
  const auto later = [](const Function& f) -> const Distribution& { return f.work.duration; };
  const auto idle = [](const Function& f) -> const Distribution& { return f.idleTimeout; };
  const auto age = [](const Function& f) -> const Distribution& { return f.maximumAge; };
  const std::array rows{
      Row{"init", tr("Init"), "Work/Init", init, Role::Init, shape(init)},
      Row{"firstDuration", tr("First invocation"), "Work/FirstDuration", first, Role::Busy,
          shape(first)},
      Row{"duration", tr("Later invocations"), "Work/Duration", later, Role::Busy, shape(later)},
      Row{"idleTimeout", tr("Kept when idle"), "IdleTimeout", idle, Role::Frozen, idleEffect},
      Row{"maximumAge", tr("Kept at most"), "MaximumAge", age, Role::Frozen, maximumAgeEffect},
  };
  for (const Row& each : rows)
    add<DistributionRow>({QString::fromLatin1(each.id),
                          each.title,
                          std::string("Metadata/Coldstart/") + each.path,
                          {},
                          {},
                          each.effect},
                         each.value, DistributionRow::Measure::Time, each.role, m_content);
  addBehaviour();
}

void ConfigurationPage::addBehaviour() {
  using project::Distribution;
  add<DistributionRow>(
      {QStringLiteral("memoryUsed"),
       tr("Max memory used"),
       "Metadata/Coldstart/Work/MaxMemoryUsed",
       {},
       {},
       memoryUsedEffect},
      [](const Function& f) -> const Distribution& { return f.work.maxMemoryUsed; },
      DistributionRow::Measure::Memory, Role::Accent, m_content);
  add<PercentRow>(
      {QStringLiteral("cpuShare"),
       tr("CPU share"),
       "Metadata/Coldstart/Work/CpuShare",
       {},
       {},
       cpuShareEffect},
      [](const Function& f) { return f.work.cpuSharePpm; }, m_content);
  add<PercentRow>(
      {QStringLiteral("errorRate"),
       tr("Error rate"),
       "Metadata/Coldstart/Work/ErrorRate",
       {},
       {},
       errorRateEffect},
      [](const Function& f) { return f.work.errorRatePpm; }, m_content);
  add<LinesRow>(
      {QStringLiteral("logLines"),
       tr("Log lines"),
       "Metadata/Coldstart/Work/LogLines",
       {},
       {},
       nullptr},
      LinesRow::Kind::List,
      [](const Function& f) {
        std::string all;
        for (const std::string& line : f.work.logLines) all += (all.empty() ? "" : "\n") + line;
        return all;
      },
      m_content, tr("What the handler prints, one line each; %requestId is filled in"));
  add<LinesRow>(
      {QStringLiteral("response"),
       tr("Declared response"),
       "Metadata/Coldstart/Response",
       {},
       {},
       nullptr},
      LinesRow::Kind::Json, [](const Function& f) { return f.defaultResponse; }, m_content,
      tr("JSON that a simulated invocation returns"));
}

void ConfigurationPage::addAccount() {
  addSection(tr("Account"), tr("Shared by all functions of the project."));
  add<NumberRow>(
      {QStringLiteral("account"), tr("Concurrent executions"),
       "/Metadata/Coldstart/Account/ConcurrentExecutions", "ConcurrentExecutions",
       QStringLiteral("ConcurrentExecutions"), accountEffect},
      [](const Project& p, const Function&) { return p.account.concurrentExecutions; }, m_content);
}

}  // namespace coldstart::configuration
