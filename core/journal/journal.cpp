// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include <algorithm>
#include <new>
#include <type_traits>
#include <utility>

#include <sys/mman.h>

namespace coldstart::journal {

static_assert(std::is_trivially_copyable_v<Attempt>);

AttemptStore::AttemptStore(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 1)) {
  void* memory = ::mmap(nullptr, m_capacity * sizeof(Attempt), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw std::bad_alloc();  // NOLINT(performance-no-int-to-ptr)
  // Page faults of 4 KiB would cost more than the engine itself; failure to advise is harmless.
  ::madvise(memory, m_capacity * sizeof(Attempt), MADV_HUGEPAGE);
  m_first = static_cast<Attempt*>(memory);
}

AttemptStore::~AttemptStore() {
  if (m_first != nullptr) ::munmap(m_first, m_capacity * sizeof(Attempt));
}

AttemptStore::AttemptStore(AttemptStore&& other) noexcept
    : m_first(std::exchange(other.m_first, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0)) {}

AttemptStore& AttemptStore::operator=(AttemptStore&& other) noexcept {
  std::swap(m_first, other.m_first);
  std::swap(m_size, other.m_size);
  std::swap(m_capacity, other.m_capacity);
  return *this;
}

}  // namespace coldstart::journal
