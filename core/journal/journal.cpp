// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

#include <sys/mman.h>

namespace coldstart::journal {

static_assert(std::is_trivially_copyable_v<Attempt>);

namespace {

struct Arena {
  void* memory = nullptr;
  std::size_t mapped = 0;   ///< Bytes of address space.
  std::size_t touched = 0;  ///< Bytes from the beginning that have been written to.
};

/// What stores that are gone have left, for the next ones: runs of a what-if come one after the
/// other, and a page from the system costs more than the records that fill it.
class ArenaPool {
 public:
  static ArenaPool& instance() {
    static ArenaPool* pool = new ArenaPool;  // Outlives every store, whenever it ends.
    return *pool;
  }

  Arena take(std::size_t bytes) {
    {
      const std::lock_guard lock(m_mutex);
      // Nearly all runs have the same capacity, so that one of the same size is enough.
      const auto same = std::ranges::find(m_arenas, bytes, &Arena::mapped);
      if (same != m_arenas.end()) {
        const Arena arena = *same;
        m_arenas.erase(same);
        return arena;
      }
    }
    void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();  // NOLINT(performance-no-int-to-ptr)
    // Page faults of 4 KiB would cost more than the engine itself; failure to advise is harmless.
    ::madvise(memory, bytes, MADV_HUGEPAGE);
    return {memory, bytes, 0};
  }

  void giveBack(Arena arena) {
    if (arena.touched > kKeptBytes) {
      ::madvise(static_cast<std::byte*>(arena.memory) + kKeptBytes, arena.mapped - kKeptBytes,
                MADV_DONTNEED);
      arena.touched = kKeptBytes;
    }
    const std::lock_guard lock(m_mutex);
    std::size_t touched = arena.touched;
    for (const Arena& kept : m_arenas) touched += kept.touched;
    const bool worthIt = arena.mapped >= kLeastBytes && m_arenas.size() < kKeptArenas;
    if (worthIt && touched <= kKeptBytes) {
      m_arenas.push_back(arena);
    } else {
      ::munmap(arena.memory, arena.mapped);
    }
  }

 private:
  static constexpr std::size_t kKeptBytes = std::size_t{256} << 20;
  static constexpr std::size_t kLeastBytes = std::size_t{1} << 20;
  static constexpr std::size_t kKeptArenas = 8;
  std::mutex m_mutex;
  std::vector<Arena> m_arenas;
};

}  // namespace

AttemptStore::AttemptStore(std::size_t capacity) : m_capacity(std::max<std::size_t>(capacity, 1)) {
  const Arena arena = ArenaPool::instance().take(m_capacity * sizeof(Attempt));
  m_first = static_cast<Attempt*>(arena.memory);
  m_mapped = arena.mapped;
  m_touched = arena.touched;
}

AttemptStore::~AttemptStore() {
  if (m_first == nullptr) return;
  ArenaPool::instance().giveBack(
      {m_first, m_mapped, std::max(m_touched, m_size * sizeof(Attempt))});
}

AttemptStore::AttemptStore(AttemptStore&& other) noexcept
    : m_first(std::exchange(other.m_first, nullptr)),
      m_size(std::exchange(other.m_size, 0)),
      m_capacity(std::exchange(other.m_capacity, 0)),
      m_mapped(std::exchange(other.m_mapped, 0)),
      m_touched(std::exchange(other.m_touched, 0)) {}

AttemptStore& AttemptStore::operator=(AttemptStore&& other) noexcept {
  std::swap(m_first, other.m_first);
  std::swap(m_size, other.m_size);
  std::swap(m_capacity, other.m_capacity);
  std::swap(m_mapped, other.m_mapped);
  std::swap(m_touched, other.m_touched);
  return *this;
}

}  // namespace coldstart::journal
