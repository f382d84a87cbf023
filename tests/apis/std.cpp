/* Proves data/apis/std.toml; written by tests/test_apis.py. */
#include <array>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

using class_0 = std::unique_ptr<int>;
struct prove_0 : class_0 { using class_0::release; using class_0::reset; using class_0::operator=; using class_0::get; using class_0::operator->; using class_0::operator*; using class_0::swap; };
using std::make_unique;
using class_1 = std::auto_ptr<int>;
struct prove_1 : class_1 { using class_1::release; using class_1::reset; using class_1::operator=; using class_1::get; using class_1::operator->; using class_1::operator*; };
using class_2 = std::shared_ptr<int>;
struct prove_2 : class_2 { using class_2::reset; using class_2::operator=; using class_2::get; using class_2::operator->; using class_2::operator*; using class_2::swap; };
using std::make_shared;
using std::allocate_shared;
using class_3 = std::weak_ptr<int>;
struct prove_3 : class_3 { using class_3::lock; using class_3::reset; using class_3::swap; };
using class_4 = std::string;
struct prove_4 : class_4 { using class_4::data; using class_4::c_str; using class_4::begin; using class_4::end; using class_4::front; using class_4::back; using class_4::at; using class_4::operator[]; using class_4::append; using class_4::assign; using class_4::clear; using class_4::erase; using class_4::insert; using class_4::operator+=; using class_4::operator=; using class_4::pop_back; using class_4::push_back; using class_4::replace; using class_4::reserve; using class_4::resize; using class_4::shrink_to_fit; using class_4::substr; using class_4::swap; };
using class_5 = std::vector<int>;
struct prove_5 : class_5 { using class_5::data; using class_5::begin; using class_5::end; using class_5::front; using class_5::back; using class_5::at; using class_5::operator[]; using class_5::assign; using class_5::clear; using class_5::emplace; using class_5::emplace_back; using class_5::erase; using class_5::insert; using class_5::operator=; using class_5::pop_back; using class_5::push_back; using class_5::reserve; using class_5::resize; using class_5::shrink_to_fit; using class_5::swap; };
using class_6 = std::array<int, 1>;
struct prove_6 : class_6 { using class_6::data; using class_6::begin; using class_6::end; using class_6::front; using class_6::back; using class_6::at; using class_6::operator[]; using class_6::swap; };
using class_7 = std::deque<int>;
struct prove_7 : class_7 { using class_7::begin; using class_7::end; using class_7::front; using class_7::back; using class_7::at; using class_7::operator[]; using class_7::assign; using class_7::clear; using class_7::emplace; using class_7::emplace_back; using class_7::emplace_front; using class_7::erase; using class_7::insert; using class_7::operator=; using class_7::pop_back; using class_7::pop_front; using class_7::push_back; using class_7::push_front; using class_7::resize; using class_7::shrink_to_fit; using class_7::swap; };
using class_8 = std::list<int>;
struct prove_8 : class_8 { using class_8::begin; using class_8::end; using class_8::front; using class_8::back; using class_8::clear; using class_8::erase; using class_8::operator=; using class_8::pop_back; using class_8::pop_front; using class_8::remove; using class_8::remove_if; using class_8::resize; using class_8::swap; };
using class_9 = std::map<int, int>;
struct prove_9 : class_9 { using class_9::begin; using class_9::end; using class_9::find; using class_9::at; using class_9::operator[]; using class_9::lower_bound; using class_9::upper_bound; using class_9::clear; using class_9::erase; using class_9::extract; using class_9::operator=; using class_9::swap; };
using class_10 = std::unordered_map<int, int>;
struct prove_10 : class_10 { using class_10::begin; using class_10::end; using class_10::find; using class_10::at; using class_10::operator[]; using class_10::clear; using class_10::erase; using class_10::extract; using class_10::operator=; using class_10::swap; };
using class_11 = std::multimap<int, int>;
struct prove_11 : class_11 { using class_11::begin; using class_11::end; using class_11::find; using class_11::lower_bound; using class_11::upper_bound; using class_11::clear; using class_11::erase; using class_11::extract; using class_11::operator=; using class_11::swap; };
using class_12 = std::set<int>;
struct prove_12 : class_12 { using class_12::begin; using class_12::end; using class_12::find; using class_12::lower_bound; using class_12::upper_bound; using class_12::clear; using class_12::erase; using class_12::extract; using class_12::operator=; using class_12::swap; };
using class_13 = std::optional<int>;
struct prove_13 : class_13 { using class_13::value; using class_13::operator->; using class_13::operator*; using class_13::emplace; using class_13::operator=; using class_13::reset; using class_13::swap; };
using class_14 = std::function<void()>;
struct prove_14 : class_14 { using class_14::swap; using class_14::operator=; };
using class_15 = std::string_view;
struct prove_15 : class_15 { using class_15::data; using class_15::begin; using class_15::end; using class_15::front; using class_15::back; using class_15::at; using class_15::operator[]; using class_15::substr; using class_15::swap; };
using class_16 = std::span<int>;
struct prove_16 : class_16 { using class_16::data; using class_16::begin; using class_16::end; using class_16::front; using class_16::back; using class_16::operator[]; using class_16::first; using class_16::last; using class_16::subspan; };
using class_17 = std::reference_wrapper<int>;
struct prove_17 : class_17 { using class_17::get; };
using class_18 = std::lock_guard<std::mutex>;
struct prove_18 : class_18 {  };
using class_19 = std::scoped_lock<std::mutex>;
struct prove_19 : class_19 {  };
using class_20 = std::unique_lock<std::timed_mutex>;
struct prove_20 : class_20 { using class_20::lock; using class_20::try_lock; using class_20::try_lock_for; using class_20::try_lock_until; using class_20::unlock; using class_20::release; using class_20::mutex; using class_20::swap; };
using class_21 = std::shared_lock<std::shared_timed_mutex>;
struct prove_21 : class_21 { using class_21::lock; using class_21::try_lock; using class_21::unlock; using class_21::release; using class_21::mutex; using class_21::swap; };
int main(void) { return 0; }
