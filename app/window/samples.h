// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sample projects that come with the program: where they are and what they say of themselves.

#include <QList>
#include <QString>

namespace coldstart::window {

struct Sample {
  QString folder;
  QString title;      ///< "Cold vs warm"
  QString lookAt;     ///< The sample's own two sentences.
  QString shortText;  ///< The template's Description.
};

/// The folder of the samples, beside the program or in the source tree; "" when there are none.
QString samplesFolder();
/// All of them, the newcomer's first. Reads their templates.
QList<Sample> samples();
/// Whether a project lies among the samples, which are not to be overwritten.
bool isSample(const QString& folder);

}  // namespace coldstart::window
