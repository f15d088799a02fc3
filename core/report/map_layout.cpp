// SPDX-License-Identifier: Apache-2.0
#include "report/map_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace cadran::report {

namespace {

constexpr std::size_t greatest_row = 4;
constexpr double port_pitch = 18;   // between lines that reach one side of a box
constexpr double track_pitch = 18;  // between lines side by side
constexpr double track_gap = 14;    // between lines one behind the other
constexpr double approach = 32;     // from a box to the nearest track: room for head and number
constexpr double column_gap = 26;
constexpr double band_padding = 16;
constexpr double corridor_start = 22;  // from the boxes to the nearest line that passes them
constexpr double bus_width = 30;
constexpr double head_length = 8;
constexpr double beyond = std::numeric_limits<double>::max();

enum class Side { top, bottom };

// Where a flow leaves or reaches a process.
struct Port {
    std::size_t process;
    Side side;
    double towards;  // x of what it leads to; orders the ports of a side
    double x = 0;
};

// A stretch of a flow in the channel between two rows, from one x to the other.
struct Stretch {
    std::size_t channel;
    double from = 0;
    double to = 0;
    std::size_t track = 0;
    bool straight = false;  // needs no track
};

enum class Corridor { none, left, right };

struct Path {
    std::optional<Port> start;  // none: the bus
    std::optional<Port> finish;
    Stretch leaving;                       // beside the start
    std::optional<Stretch> arriving = {};  // beside the finish, where that is another channel
    Corridor corridor = Corridor::none;
    std::size_t lane = 0;  // of the corridor
};

// Takes the first track on which nothing lies from `from` to `to`.
std::size_t first_free(std::vector<std::vector<std::pair<double, double>>>& tracks, double from, double to) {
    const auto [low, high] = std::minmax(from, to);
    for (std::size_t i = 0;; ++i) {
        if (i == tracks.size()) tracks.emplace_back();
        const bool free = std::ranges::all_of(tracks[i], [&](const auto& taken) {
            return high + track_gap < taken.first || taken.second + track_gap < low;
        });
        if (!free) continue;
        tracks[i].emplace_back(low, high);
        return i;
    }
}

class Planner {
  public:
    Planner(const std::vector<model::Process>& processes, const std::vector<MapFlow>& flows, Point origin,
            double box_width, double box_height)
        : processes_(processes),
          flows_(flows),
          origin_(origin),
          box_width_(box_width),
          box_height_(box_height) {}

    MapLayout plan() {
        make_rows();
        for (const MapFlow& flow : flows_) paths_.push_back(path_of(flow));
        widen_boxes();
        place_columns();
        place_ports();
        place_corridors();
        place_tracks();
        place_rows();
        return finished();
    }

  private:
    struct Spot {
        std::size_t row;
        double column;  // half a column where a row is shorter by an odd number
    };

    // What gives to others of its band stands left of what receives from them.
    int precedence(const model::Process& process) const {
        int balance = 0;
        for (const MapFlow& flow : flows_) {
            balance += flow.from == process.id && !flow.to.empty();
            balance -= flow.to == process.id && !flow.from.empty();
        }
        return balance;
    }

    void make_rows() {
        for (const auto kind :
             {model::ProcessKind::management, model::ProcessKind::realisation, model::ProcessKind::support}) {
            std::vector<std::size_t> members;
            for (std::size_t i = 0; i < processes_.size(); ++i) {
                if (processes_[i].kind == kind) members.push_back(i);
            }
            std::ranges::stable_sort(members, std::greater(),
                                     [&](std::size_t i) { return precedence(processes_[i]); });
            const std::size_t count = (members.size() + greatest_row - 1) / greatest_row;
            for (std::size_t row = 0; row < count; ++row) {
                const std::size_t first = members.size() * row / count;
                const std::size_t last = members.size() * (row + 1) / count;
                rows_.emplace_back(members.begin() + static_cast<std::ptrdiff_t>(first),
                                   members.begin() + static_cast<std::ptrdiff_t>(last));
                kinds_.push_back(kind);
            }
        }
        for (const auto& row : rows_) columns_ = std::max(columns_, row.size());
        spots_.resize(processes_.size());
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const double shift = static_cast<double>(columns_ - rows_[row].size()) / 2;
            for (std::size_t i = 0; i < rows_[row].size(); ++i)
                spots_[rows_[row][i]] = {row, static_cast<double>(i) + shift};
        }
        load_.assign(std::max<std::size_t>(rows_.size(), 2) - 1, 0);
    }

    std::size_t index_of(const std::string& id) const {
        const auto found = std::ranges::find(processes_, id, &model::Process::id);
        return static_cast<std::size_t>(found - processes_.begin());
    }

    // The emptier one of those above and below the row.
    std::size_t channel_beside(std::size_t row) {
        if (row == 0) return 0;
        if (row + 1 >= rows_.size()) return row - 1;
        return load_[row] < load_[row - 1] ? row : row - 1;
    }

    Port port(std::size_t process, std::size_t channel, double towards) const {
        return {process, channel < spots_[process].row ? Side::top : Side::bottom, towards};
    }

    Path path_of(const MapFlow& flow) {
        Path path = flow.from.empty() || flow.to.empty()
                        ? path_of_all(index_of(flow.from.empty() ? flow.to : flow.from), flow.from.empty())
                        : path_between(index_of(flow.from), index_of(flow.to));
        ++load_[path.leaving.channel];
        if (path.arriving) ++load_[path.arriving->channel];
        return path;
    }

    Path path_of_all(std::size_t process, bool arrives) {
        Path path;
        path.leaving.channel = channel_beside(spots_[process].row);
        (arrives ? path.finish : path.start) = port(process, path.leaving.channel, beyond);
        return path;
    }

    Path path_between(std::size_t from, std::size_t to) {
        const Spot a = spots_[from], b = spots_[to];
        Path path;
        if (a.row == b.row) {
            path.leaving.channel = channel_beside(a.row);
        } else {
            path.leaving.channel = a.row < b.row ? a.row : a.row - 1;
            const std::size_t arriving = a.row < b.row ? b.row - 1 : b.row;
            if (arriving != path.leaving.channel) path.arriving = Stretch{arriving};
        }
        if (path.arriving) {
            const bool left = a.column + b.column < static_cast<double>(columns_ - 1);
            path.corridor = left ? Corridor::left : Corridor::right;
        }
        const double outside = path.corridor == Corridor::left ? -beyond : beyond;
        path.start = port(from, path.leaving.channel, path.arriving ? outside : b.column);
        path.finish =
            port(to, path.arriving.value_or(path.leaving).channel, path.arriving ? outside : a.column);
        return path;
    }

    // Every port, by the box and the side on which it is, from left to right.
    std::map<std::pair<std::size_t, Side>, std::vector<Port*>> sides() {
        std::map<std::pair<std::size_t, Side>, std::vector<Port*>> sides;
        for (Path& path : paths_) {
            for (std::optional<Port>* end : {&path.start, &path.finish}) {
                if (*end) sides[{(*end)->process, (*end)->side}].push_back(&**end);
            }
        }
        for (auto& [place, ports] : sides)
            std::ranges::stable_sort(ports, {}, [](const Port* one) { return one->towards; });
        return sides;
    }

    void widen_boxes() {
        for (const auto& [place, ports] : sides())
            box_width_ = std::max(box_width_, port_pitch * static_cast<double>(ports.size() + 1));
        box_width_ = std::ceil(box_width_ / (2 * port_pitch)) * 2 * port_pitch;
    }

    void place_columns() {
        // Lines beside the boxes are not counted yet: as many lanes as there are flows that need one.
        std::map<Corridor, std::size_t> lanes;
        for (const Path& path : paths_) ++lanes[path.corridor];
        const auto width = [&](Corridor corridor) {
            return corridor_start + track_gap * static_cast<double>(lanes[corridor]);
        };
        left_ = origin_.x + band_label_width + width(Corridor::left);
        left_ = std::ceil(left_ / (2 * port_pitch)) * 2 * port_pitch;
        const double columns = static_cast<double>(columns_);
        right_ = left_ + columns * box_width_ + (columns - 1) * column_gap;
        const bool needs_bus = std::ranges::any_of(
            flows_, [](const MapFlow& flow) { return flow.from.empty() || flow.to.empty(); });
        bus_ = right_ + width(Corridor::right) + (needs_bus ? corridor_start : 0);
        end_ = bus_ + (needs_bus ? bus_width + 10 : 0);
    }

    double left_of(std::size_t process) const {
        return left_ + spots_[process].column * (box_width_ + column_gap);
    }

    // Lines from above lie on even, lines from below on odd multiples of half a pitch, so that no two of one
    // channel ever share an x.
    void place_ports() {
        for (const auto& [place, ports] : sides()) {
            const auto [process, side] = place;
            const double count = static_cast<double>(ports.size());
            const double pitch = 2 * port_pitch * (count + 1) <= box_width_ ? 2 * port_pitch : port_pitch;
            const double phase = side == Side::top ? port_pitch / 2 : 0;
            const double middle = left_of(process) + box_width_ / 2;
            const double first = middle - pitch * (count - 1) / 2;
            const double on_grid = std::floor((first - phase) / port_pitch) * port_pitch + phase;
            for (std::size_t i = 0; i < ports.size(); ++i)
                ports[i]->x = on_grid + pitch * static_cast<double>(i);
        }
        straighten();
    }

    // A small step to the side is left out where the port below stands alone.
    void straighten() {
        for (const auto& [place, ports] : sides()) {
            if (ports.size() != 1 || place.second != Side::top) continue;
            for (Path& path : paths_) {
                if (!path.start || !path.finish || path.arriving) continue;
                const bool below = &*path.finish == ports.front();
                if (!below && &*path.start != ports.front()) continue;
                const double other = below ? path.start->x : path.finish->x;
                if (std::abs(other - ports.front()->x) <= port_pitch) ports.front()->x = other;
            }
        }
    }

    void place_corridors() {
        std::map<Corridor, std::vector<std::vector<std::pair<double, double>>>> lanes;
        for (Path& path : paths_) {
            if (path.corridor == Corridor::none) continue;
            path.lane = first_free(lanes[path.corridor], 1000 * static_cast<double>(path.leaving.channel),
                                   1000 * static_cast<double>(path.arriving->channel));
        }
    }

    double lane_of(const Path& path) const {
        const double offset = corridor_start + track_gap * static_cast<double>(path.lane);
        return path.corridor == Corridor::left ? left_ - offset : right_ + offset;
    }

    void place_tracks() {
        std::vector<Stretch*> stretches;
        for (Path& path : paths_) {
            const double passing = path.corridor == Corridor::none ? bus_ : lane_of(path);
            path.leaving.from = path.start ? path.start->x : bus_;
            if (path.arriving) {
                path.leaving.to = path.arriving->from = passing;
                path.arriving->to = path.finish->x;
                stretches.push_back(&*path.arriving);
            } else {
                path.leaving.to = path.finish ? path.finish->x : bus_;
            }
            path.leaving.straight = path.leaving.from == path.leaving.to;
            stretches.push_back(&path.leaving);
        }
        const auto length = [](const Stretch* stretch) { return std::abs(stretch->to - stretch->from); };
        std::ranges::stable_sort(stretches, {}, length);
        std::vector<std::vector<std::vector<std::pair<double, double>>>> channels(load_.size());
        for (Stretch* stretch : stretches) {
            if (!stretch->straight)
                stretch->track = first_free(channels[stretch->channel], stretch->from, stretch->to);
        }
        for (const auto& tracks : channels) tracks_.push_back(tracks.size());
    }

    double channel_height(std::size_t channel) const {
        const double tracks = static_cast<double>(std::max<std::size_t>(tracks_[channel], 1));
        return 2 * approach + (tracks - 1) * track_pitch;
    }

    void place_rows() {
        double y = origin_.y + band_padding;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            tops_.push_back(y);
            y += box_height_ + (row < load_.size() ? channel_height(row) : 0);
        }
    }

    double track_y(const Stretch& stretch) const {
        return tops_[stretch.channel] + box_height_ + approach +
               track_pitch * static_cast<double>(stretch.track);
    }

    Point at(const Port& port) const {
        const double top = tops_[spots_[port.process].row];
        return {port.x, port.side == Side::top ? top : top + box_height_};
    }

    MapRoute route_of(const Path& path) const {
        MapRoute route;
        const double leaving = track_y(path.leaving);
        if (path.start) route.corners.push_back(at(*path.start));
        if (!path.leaving.straight) {
            route.corners.push_back({path.leaving.from, leaving});
            route.corners.push_back({path.leaving.to, leaving});
        }
        if (path.arriving) {
            const double arriving = track_y(*path.arriving);
            route.corners.push_back({path.arriving->from, arriving});
            route.corners.push_back({path.arriving->to, arriving});
        }
        if (path.finish) route.corners.push_back(at(*path.finish));
        const Point end = route.corners.back();
        const double behind = head_length + number_radius + 1;
        if (!path.finish)
            route.number = {end.x - behind, end.y};
        else
            route.number = {end.x, end.y + (path.finish->side == Side::top ? -behind : behind)};
        return route;
    }

    MapLayout finished() const {
        MapLayout layout;
        const double last_bottom =
            tops_.back() + box_height_ +
            (rows_.size() == 1 ? channel_height(0) - approach + band_padding : band_padding);
        layout.area = {origin_.x, origin_.y, end_ - origin_.x, last_bottom - origin_.y};
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const double top = tops_[row] - band_padding;
            if (layout.bands.empty() || layout.bands.back().kind != kinds_[row])
                layout.bands.push_back({kinds_[row], {origin_.x, top, layout.area.width, 0}});
            Box& band = layout.bands.back().box;
            band.height =
                (rows_.size() == 1 ? last_bottom : tops_[row] + box_height_ + band_padding) - band.y;
        }
        for (std::size_t i = 0; i < processes_.size(); ++i)
            layout.boxes.push_back({left_of(i), tops_[spots_[i].row], box_width_, box_height_});
        for (const Path& path : paths_) layout.routes.push_back(route_of(path));
        if (end_ > bus_) layout.bus = {bus_, origin_.y + 8, bus_width, layout.area.height - 16};
        return layout;
    }

    const std::vector<model::Process>& processes_;
    const std::vector<MapFlow>& flows_;
    Point origin_;
    double box_width_;
    double box_height_;
    std::vector<std::vector<std::size_t>> rows_;  // processes from left to right
    std::vector<model::ProcessKind> kinds_;       // of each row
    std::vector<Spot> spots_;                     // of each process
    std::size_t columns_ = 1;
    std::vector<int> load_;  // flows in each channel, while they are led
    std::vector<Path> paths_;
    std::vector<std::size_t> tracks_;  // of each channel
    std::vector<double> tops_;         // of each row
    double left_ = 0;                  // of the first column
    double right_ = 0;                 // of the last
    double bus_ = 0;
    double end_ = 0;  // of the bands
};

}  // namespace

MapLayout lay_out(const std::vector<model::Process>& processes, const std::vector<MapFlow>& flows,
                  Point origin, double box_width, double box_height) {
    return Planner(processes, flows, origin, box_width, box_height).plan();
}

}  // namespace cadran::report
