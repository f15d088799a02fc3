// SPDX-License-Identifier: Apache-2.0
#include "report/process_map.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/line_breaking.h"
#include "report/map_layout.h"

namespace cadran::report {

namespace {

constexpr double map_margin = 20;
constexpr double clients_width = 128;
constexpr double arrow_width = 40;  // between clients and bands
constexpr double box_width = 176;
constexpr double box_inset = 10;
constexpr double title_size = 12.5;
constexpr double title_line = 15.5;
constexpr double pilot_size = 10.5;
constexpr double small_size = 10.5;
constexpr double small_line = 14;
constexpr double legend_gap = 24;

constexpr std::string_view map_rules =
    ".flow:hover .way{stroke-width:3.5}.flow:hover "
    ".number{stroke-width:3}.words,.muted{pointer-events:none}.draft{pointer-events:none}";

constexpr std::string_view ground = R"(class="ground" fill="#ffffff")";
constexpr std::string_view heading = R"(class="words" fill="#14283c" font-size="22" font-weight="700")";
constexpr std::string_view box_title = R"(class="words" fill="#14283c" font-size="12.5" font-weight="600")";
constexpr std::string_view box_note = R"(class="muted" fill="#4d5d6c" font-size="10.5")";
constexpr std::string_view band_ground = R"(class="band" fill="#f1f5f5" stroke="#d5dce1")";
constexpr std::string_view on_band =
    R"(class="words" fill="#ffffff" font-size="13" font-weight="700" letter-spacing=".4")";
constexpr std::string_view clients_look = R"(class="clients" fill="#fdf3da" stroke="#c79a2b")";
constexpr std::string_view clients_arrow = R"(class="clients" fill="#c79a2b")";
constexpr std::string_view bus_look = R"(class="bus" fill="#4d5d6c")";
constexpr std::string_view strip = R"(class="strip" fill="#ffd24a" stroke="#241a00")";
constexpr std::string_view on_strip = R"(class="words" fill="#241a00" font-size="13" font-weight="700")";
constexpr std::string_view draft_look = R"(class="draft" fill="#a3341f" font-size="14" font-weight="700")";
constexpr std::string_view watermark_look =
    R"(class="draft" fill="#a3341f" fill-opacity=".07" font-size="190" font-weight="700")";

// Of what comes from such a process, and of its band.
std::string_view colour_of(model::ProcessKind kind) {
    switch (kind) {
        case model::ProcessKind::management: return "#6a3d84";
        case model::ProcessKind::realisation: return "#0f6674";
        case model::ProcessKind::support: break;
    }
    return "#7a5200";
}

constexpr std::string_view colour_of_all = "#4d5d6c";

std::vector<model::Process> sorted(std::vector<model::Process> processes) {
    std::ranges::sort(processes, {}, &model::Process::id);
    return processes;
}

class MapPicture {
  public:
    MapPicture(const ProcessMap& map, const Catalogue& catalogue)
        : map_(map),
          catalogue_(catalogue),
          processes_(sorted(map.processes)),
          flows_(flows_between(processes_)),
          layout_(lay_out(processes_, flows_.flows,
                          {map_margin + clients_width + arrow_width, top_of_bands()}, box_width,
                          box_height())),
          width_(layout_.area.right() + arrow_width + clients_width + map_margin),
          entries_(entries()) {}

    std::string drawn() {
        const double legend_top = layout_.area.bottom() + legend_gap;
        Drawing drawing(width_, legend_top + legend_height() + map_margin, say("report.map_title"),
                        catalogue_.text(Message{"report.map_described",
                                                {{"organisation", map_.organisation},
                                                 {"processes", std::ssize(processes_)},
                                                 {"flows", std::ssize(flows_.flows)}}}));
        drawing.style(map_rules);
        drawing.rectangle({0, 0}, width_, legend_top + legend_height() + map_margin, ground);
        head(drawing);
        bands(drawing);
        clients(drawing);
        for (std::size_t i = 0; i < flows_.flows.size(); ++i) flow(drawing, i);
        for (std::size_t i = 0; i < processes_.size(); ++i) box(drawing, i);
        legend(drawing, legend_top);
        watermark(drawing);
        return drawing.finish();
    }

  private:
    struct Entry {
        std::vector<std::string> lines;
        bool numbered = true;
    };

    std::string say(const char* id) const { return catalogue_.text(Message{id}); }

    double top_of_bands() const { return map_.on_page ? map_margin : map_.simulated ? 122 : 92; }

    std::vector<std::string> title_lines(const model::Process& process) const {
        return broken_lines(catalogue_.text(process.title), box_width - 2 * box_inset, title_size);
    }

    std::vector<std::string> pilot_lines(const model::Process& process) const {
        const auto person = map_.people.find(process.pilot);
        const std::string& name = person == map_.people.end() ? process.pilot : person->second;
        return broken_lines(catalogue_.text(Message{"report.map_pilot", {{"person", name}}}),
                            box_width - 2 * box_inset, pilot_size);
    }

    double box_height() const {
        double height = 0;
        for (const model::Process& process : processes_) {
            const double lines = title_line * static_cast<double>(title_lines(process).size()) +
                                 small_line * static_cast<double>(pilot_lines(process).size());
            height = std::max(height, lines + 22);
        }
        return height;
    }

    const model::Process& process(const std::string& id) const {
        return *std::ranges::find(processes_, id, &model::Process::id);
    }

    std::string title_of(const std::string& id) const {
        return id.empty() ? say("report.all_processes") : catalogue_.text(process(id).title);
    }

    std::string_view colour(const MapFlow& flow) const {
        return flow.from.empty() ? colour_of_all : colour_of(process(flow.from).kind);
    }

    // The number, from where to where, and what each end calls it.
    std::string flow_words(const MapFlow& flow) const {
        const std::string sent = catalogue_.text(flow.sent), received = catalogue_.text(flow.received);
        std::string words = sent.empty() ? received : sent;
        if (!sent.empty() && !received.empty() && sent != received)
            words =
                catalogue_.text(Message{"report.map_two_names", {{"sent", sent}, {"received", received}}});
        return catalogue_.text(Message{
            "report.map_flow", {{"from", title_of(flow.from)}, {"to", title_of(flow.to)}, {"flow", words}}});
    }

    void head(Drawing& drawing) const {
        if (map_.on_page) return;
        double y = map_margin;
        if (map_.simulated) {
            drawing.rectangle({map_margin, y}, width_ - 2 * map_margin, 24, strip);
            drawing.text({width_ / 2, y + 17}, Anchor::middle, say("report.simulation"), on_strip);
            y += 32;
        }
        drawing.text({map_margin, y + 22}, Anchor::start, say("report.map_title"), heading);
        const Message state{map_.draft ? "report.map_drafts" : "report.map_in_force", {{"date", map_.on}}};
        drawing.text(
            {map_margin, y + 46}, Anchor::start,
            catalogue_.text(Message{
                "report.map_of", {{"organisation", map_.organisation}, {"state", catalogue_.text(state)}}}),
            look::muted);
        if (map_.draft)
            drawing.text({width_ - map_margin, y + 22}, Anchor::end, say("report.map_draft_warning"),
                         draft_look);
    }

    void watermark(Drawing& drawing) const {
        if (!map_.draft) return;
        drawing.text({layout_.area.centre().x, layout_.area.centre().y + 60}, Anchor::middle,
                     say("report.draft_watermark"), watermark_look, -20);
    }

    const char* band_name(model::ProcessKind kind) const {
        switch (kind) {
            case model::ProcessKind::management: return "report.map_management";
            case model::ProcessKind::realisation: return "report.map_realisation";
            case model::ProcessKind::support: break;
        }
        return "report.map_support";
    }

    void bands(Drawing& drawing) const {
        for (const MapBand& band : layout_.bands) {
            drawing.rectangle({band.box.x, band.box.y}, band.box.width, band.box.height, band_ground);
            drawing.rectangle({band.box.x, band.box.y}, band_label_width - 6, band.box.height,
                              fmt::format(R"(class="band" fill="{}")", colour_of(band.kind)));
            drawing.text({band.box.x + 17, band.box.centre().y}, Anchor::middle, say(band_name(band.kind)),
                         on_band, -90);
        }
        if (layout_.bus.width == 0) return;
        drawing.rectangle({layout_.bus.x, layout_.bus.y}, layout_.bus.width, layout_.bus.height, bus_look);
        drawing.text({layout_.bus.centre().x + 4.5, layout_.bus.centre().y}, Anchor::middle,
                     say("report.all_processes"), on_band, -90);
    }

    // Who the processes of realisation serve; each once.
    std::vector<std::string> client_names() const {
        std::vector<std::string> names;
        for (const model::Process& process : processes_) {
            if (process.kind != model::ProcessKind::realisation) continue;
            for (const LocalText& client : process.clients) {
                const std::string& name = catalogue_.text(client);
                if (std::ranges::find(names, name) == names.end()) names.push_back(name);
            }
        }
        return names;
    }

    void clients(Drawing& drawing) const {
        const Box& area = layout_.area;
        const auto realisation =
            std::ranges::find(layout_.bands, model::ProcessKind::realisation, &MapBand::kind);
        const double middle =
            realisation == layout_.bands.end() ? area.centre().y : realisation->box.centre().y;
        const double starts[] = {map_margin, area.right() + arrow_width};
        const char* titles[] = {"report.map_needs", "report.map_satisfaction"};
        for (std::size_t i = 0; i < 2; ++i) {
            drawing.rectangle({starts[i], area.y}, clients_width, area.height, clients_look);
            client_words(drawing, {starts[i], area.y, clients_width, area.height}, say(titles[i]));
            const double from = i == 0 ? map_margin + clients_width + 4 : area.right() + 4;
            const double to = from + arrow_width - 8;
            drawing.polygon({{from, middle - 9},
                             {to - 14, middle - 9},
                             {to - 14, middle - 20},
                             {to, middle},
                             {to - 14, middle + 20},
                             {to - 14, middle + 9},
                             {from, middle + 9}},
                            clients_arrow);
        }
    }

    // As many of the clients as there is room for, then that there are more.
    void client_words(Drawing& drawing, const Box& box, const std::string& title) const {
        const double inside = box.width - 2 * box_inset;
        double y = box.y + 24;
        for (const std::string& line : broken_lines(title, inside, title_size)) {
            drawing.text({box.x + box_inset, y}, Anchor::start, line, box_title);
            y += title_line;
        }
        y += 6;
        for (const std::string& name : client_names()) {
            const auto lines = broken_lines(name, inside, small_size);
            if (y + small_line * static_cast<double>(lines.size()) > box.bottom() - small_line) {
                drawing.text({box.x + box_inset, y}, Anchor::start, "…", box_note);
                return;
            }
            for (const std::string& line : lines) {
                drawing.text({box.x + box_inset, y}, Anchor::start, line, box_note);
                y += small_line;
            }
            y += 5;
        }
    }

    void flow(Drawing& drawing, std::size_t index) const {
        const MapFlow& flow = flows_.flows[index];
        const MapRoute& route = layout_.routes[index];
        const std::string_view paint = colour(flow);
        drawing.open_group("flow", flow_words(flow));
        std::string data;
        for (const Point& corner : route.corners)
            data +=
                fmt::format("{}{} {}", data.empty() ? "M" : "L", coordinate(corner.x), coordinate(corner.y));
        drawing.path(data, fmt::format(R"(class="way" fill="none" stroke="{}" stroke-width="1.6")", paint));
        arrow_head(drawing, route.corners, paint);
        number(drawing, route.number, index + 1, paint);
        drawing.close_group();
    }

    static void arrow_head(Drawing& drawing, const std::vector<Point>& corners, std::string_view paint) {
        const Point tip = corners.back();
        const Point behind = corners[corners.size() - 2];
        const double along_x = tip.x == behind.x ? 0 : tip.x > behind.x ? 1 : -1;
        const double along_y = along_x != 0 ? 0 : tip.y > behind.y ? 1 : -1;
        const Point back{tip.x - 9 * along_x, tip.y - 9 * along_y};
        drawing.polygon({tip,
                         {back.x + 4.5 * along_y, back.y + 4.5 * along_x},
                         {back.x - 4.5 * along_y, back.y - 4.5 * along_x}},
                        fmt::format(R"(class="head" fill="{}")", paint));
    }

    void number(Drawing& drawing, Point at, std::size_t number, std::string_view paint) const {
        drawing.circle(at, number_radius,
                       fmt::format(R"(class="number" fill="#ffffff" stroke="{}" stroke-width="1.4")", paint));
        drawing.text({at.x, at.y + 3.4}, Anchor::middle, catalogue_.number(static_cast<std::int64_t>(number)),
                     fmt::format(R"(class="words" fill="{}" font-size="9.5" font-weight="700")", paint));
    }

    void box(Drawing& drawing, std::size_t index) const {
        const model::Process& process = processes_[index];
        const Box& box = layout_.boxes[index];
        drawing.rectangle({box.x, box.y}, box.width, box.height,
                          fmt::format(R"(class="box" rx="6" fill="#ffffff" stroke="{}" stroke-width="1.8")",
                                      colour_of(process.kind)));
        const auto titles = title_lines(process);
        const auto pilots = pilot_lines(process);
        double y = box.centre().y - (title_line * static_cast<double>(titles.size()) +
                                     small_line * static_cast<double>(pilots.size())) /
                                        2;
        for (const std::string& line : titles) {
            drawing.text({box.centre().x, y + 12}, Anchor::middle, line, box_title);
            y += title_line;
        }
        for (const std::string& line : pilots) {
            drawing.text({box.centre().x, y + 12}, Anchor::middle, line, box_note);
            y += small_line;
        }
    }

    double legend_width() const { return (width_ - 2 * map_margin - legend_gap) / 2; }

    std::vector<Entry> entries() const {
        std::vector<Entry> entries;
        const auto add = [&](const std::string& words, bool numbered) {
            entries.push_back({broken_lines(words, legend_width() - 26, small_size), numbered});
        };
        for (const MapFlow& flow : flows_.flows) add(flow_words(flow), true);
        if (!flows_.absent.empty())
            add(catalogue_.text(Message{"report.map_absent",
                                        {{"processes", fmt::format("{}", fmt::join(flows_.absent, ", "))}}}),
                false);
        return entries;
    }

    static double height_of(const Entry& entry) {
        return small_line * static_cast<double>(entry.lines.size()) + 5;
    }

    // How many entries stand in the left column: the first half by height.
    std::size_t left_entries() const {
        double whole = 0, left = 0;
        for (const Entry& entry : entries_) whole += height_of(entry);
        std::size_t count = 0;
        while (count < entries_.size() && left < whole / 2) left += height_of(entries_[count++]);
        return count;
    }

    double legend_height() const {
        double left = 0, right = 0;
        for (std::size_t i = 0; i < entries_.size(); ++i)
            (i < left_entries() ? left : right) += height_of(entries_[i]);
        return 24 + std::max(left, right);
    }

    void legend(Drawing& drawing, double top) const {
        drawing.text({map_margin, top + 10}, Anchor::start, say("report.map_legend"), box_title);
        double x = map_margin, y = top + 24;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (i == left_entries()) {
                x += legend_width() + legend_gap;
                y = top + 24;
            }
            if (entries_[i].numbered)
                number(drawing, {x + number_radius + 1, y + 7}, i + 1, colour(flows_.flows[i]));
            double line_y = y;
            for (const std::string& line : entries_[i].lines) {
                drawing.text({x + 26, line_y + 11}, Anchor::start, line, box_note);
                line_y += small_line;
            }
            y += height_of(entries_[i]);
        }
    }

    const ProcessMap& map_;
    const Catalogue& catalogue_;
    std::vector<model::Process> processes_;
    MapFlows flows_;
    MapLayout layout_;
    double width_;
    std::vector<Entry> entries_;
};

}  // namespace

std::string process_map_svg(const ProcessMap& map, const Catalogue& catalogue) {
    return MapPicture(map, catalogue).drawn();
}

}  // namespace cadran::report
