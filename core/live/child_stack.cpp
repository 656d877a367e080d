// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/child_stack.h"

#include <cstddef>
#include <vector>

#include <ucontext.h>

namespace coldstart::live {
namespace {

constexpr std::size_t kBytes = 256 * 1024;

// Of the thread that starts the child: it stands still until the child has begun another program.
thread_local std::vector<std::byte> t_stack;
thread_local ucontext_t t_shallow;
thread_local ucontext_t t_deep;
thread_local const std::function<void()>* t_work = nullptr;

void doWork() {
  (*t_work)();
}

}  // namespace

void prepareChildStack() {
  if (!t_stack.empty()) return;
  t_stack.resize(kBytes);
  onChildStack([] {});  // Looks up the functions that it calls.
}

void onChildStack(const std::function<void()>& work) {
  ::getcontext(&t_deep);
  t_deep.uc_stack.ss_sp = t_stack.data();
  t_deep.uc_stack.ss_size = t_stack.size();
  t_deep.uc_link = &t_shallow;
  t_work = &work;
  ::makecontext(&t_deep, doWork, 0);
  ::swapcontext(&t_shallow, &t_deep);
}

}  // namespace coldstart::live
