// SPDX-License-Identifier: Apache-2.0
#include "report/pdf_paper.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "base/text.h"
#include "report/logo.h"
#include "report/markup.h"

namespace cadran::report {

namespace {

constexpr const char* typeface = "Lato, DejaVu Sans, sans-serif";
constexpr double leading = 1.12;  // of the typeface's own line height

template <auto release>
struct ReleaseObject {
    template <typename Object>
    void operator()(Object* object) const {
        release(object);
    }
};

using Surface = std::unique_ptr<cairo_surface_t, ReleaseObject<cairo_surface_destroy>>;
using Pen = std::unique_ptr<cairo_t, ReleaseObject<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, ReleaseObject<g_object_unref>>;
using Context = std::unique_ptr<PangoContext, ReleaseObject<g_object_unref>>;
using Attributes = std::unique_ptr<PangoAttrList, ReleaseObject<pango_attr_list_unref>>;
using Picture = std::unique_ptr<RsvgHandle, ReleaseObject<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, ReleaseObject<pango_font_description_free>>;

double points(int units) {
    return static_cast<double>(units) / PANGO_SCALE;
}

int units(double points) {
    return static_cast<int>(std::lround(points * PANGO_SCALE));
}

guint16 channel(double value) {
    return static_cast<guint16>(std::lround(value * 65535));
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// Applies to the text from `start` to its end so far.
void apply(PangoAttrList* attributes, PangoAttribute* attribute, std::size_t start, std::size_t end) {
    attribute->start_index = static_cast<guint>(start);
    attribute->end_index = static_cast<guint>(end);
    pango_attr_list_insert(attributes, attribute);
}

void apply(PangoAttrList* attributes, const TextLook& look, std::size_t start, std::size_t end) {
    apply(attributes, pango_attr_size_new(units(look.size)), start, end);
    apply(attributes, pango_attr_weight_new(look.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL), start, end);
    apply(attributes,
          pango_attr_foreground_new(channel(look.colour.red), channel(look.colour.green),
                                    channel(look.colour.blue)),
          start, end);
    if (look.opacity < 1)
        apply(attributes, pango_attr_foreground_alpha_new(channel(look.opacity)), start, end);
}

PangoAlignment alignment(Anchor anchor) {
    switch (anchor) {
        case Anchor::start: return PANGO_ALIGN_LEFT;
        case Anchor::middle: return PANGO_ALIGN_CENTER;
        case Anchor::end: break;
    }
    return PANGO_ALIGN_RIGHT;
}

Layout layout_of(PangoContext* context, const Paragraph& paragraph, double width) {
    Layout layout(pango_layout_new(context));
    std::string text;
    const Attributes attributes(pango_attr_list_new());
    for (const TextRun& run : paragraph.runs) {
        const std::size_t start = text.size();
        text += printable(run.words);
        apply(attributes.get(), run.look, start, text.size());
    }
    // Identifiers must not gain hyphens that nobody wrote.
    apply(attributes.get(), pango_attr_insert_hyphens_new(FALSE), 0, text.size());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_width(layout.get(), units(width));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout.get(), -units(paragraph.indent));
    pango_layout_set_alignment(layout.get(), alignment(paragraph.anchor));
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(leading));
    return layout;
}

// Nothing outside the text itself is read.
Picture picture_of(std::string_view svg, std::string_view rules = {}) {
    const std::string style = "svg { font-family: Lato, 'DejaVu Sans', sans-serif }" + std::string(rules);
    Picture picture(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), nullptr));
    if (picture != nullptr) {
        rsvg_handle_set_stylesheet(picture.get(), reinterpret_cast<const guint8*>(style.data()), style.size(),
                                   nullptr);
    }
    return picture;
}

cairo_status_t take(void* rest, unsigned char* into, unsigned int length) {
    std::string_view& bytes = *static_cast<std::string_view*>(rest);
    if (bytes.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(bytes.data(), length, into);
    bytes.remove_prefix(length);
    return CAIRO_STATUS_SUCCESS;
}

// Null where the bytes are no PNG.
Surface dots_of(std::string_view png) {
    Surface dots(cairo_image_surface_create_from_png_stream(take, &png));
    if (cairo_surface_status(dots.get()) != CAIRO_STATUS_SUCCESS) return {};
    return dots;
}

std::optional<Point> size_of(cairo_surface_t* dots) {
    if (dots == nullptr) return {};
    return Point{static_cast<double>(cairo_image_surface_get_width(dots)),
                 static_cast<double>(cairo_image_surface_get_height(dots))};
}

void choose(cairo_t* pen, const Colour& colour) {
    cairo_set_source_rgb(pen, colour.red, colour.green, colour.blue);
}

}  // namespace

struct TextBlock::Content {
    struct Line {
        PangoLayoutLine* line;  // of one of the layouts
        double indent;          // from the left edge
        double gap;             // above it, unless it is the first drawn
        double ascent;          // from its top to its baseline
        double height;
        double width;
    };
    std::vector<Layout> layouts;
    std::vector<Line> lines;
};

struct PdfPaper::Engine {
    double width;
    double height;
    std::string bytes = {};
    Surface surface = {};
    Pen pen = {};
    Context context = {};
    int page = 1;
};

std::optional<Point> size_of_picture(std::string_view bytes) {
    if (is_png(bytes)) return size_of(dots_of(bytes).get());
    const Picture picture = picture_of(bytes);
    if (picture == nullptr) return {};
    Point size;
    if (rsvg_handle_get_intrinsic_size_in_pixels(picture.get(), &size.x, &size.y) != FALSE) return size;
    gboolean has_box = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(picture.get(), nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    if (has_box == FALSE) return {};
    return Point{box.width, box.height};
}

std::size_t TextBlock::lines() const {
    return content_ ? content_->lines.size() : 0;
}

double TextBlock::height(std::size_t first, std::size_t last) const {
    double height = 0;
    for (std::size_t i = first; i < last; ++i)
        height += content_->lines[i].height + (i == first ? 0 : content_->lines[i].gap);
    return height;
}

double TextBlock::width() const {
    double width = 0;
    for (std::size_t i = 0; i < lines(); ++i)
        width = std::max(width, content_->lines[i].indent + content_->lines[i].width);
    return width;
}

std::size_t TextBlock::fitting(std::size_t first, double height) const {
    std::size_t last = first;
    while (last < lines() && this->height(first, last + 1) <= height) ++last;
    return last;
}

PdfPaper::PdfPaper(double width, double height, const PdfFacts& facts)
    : engine_(std::make_unique<Engine>(Engine{width, height})) {
    Engine& engine = *engine_;
    engine.surface.reset(cairo_pdf_surface_create_for_stream(append, &engine.bytes, width, height));
    cairo_surface_t* surface = engine.surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, printable(facts.title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, printable(facts.author).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   (iso_text(facts.created) + "T00:00:00Z").c_str());
    engine.pen.reset(cairo_create(surface));
    engine.context.reset(pango_cairo_create_context(engine.pen.get()));
    // What is set must not depend on the pixels of any screen.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(engine.context.get(), options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(engine.context.get(), 72);
    pango_context_set_round_glyph_positions(engine.context.get(), FALSE);
    const Font font(pango_font_description_from_string(typeface));
    pango_context_set_font_description(engine.context.get(), font.get());
}

PdfPaper::~PdfPaper() = default;

TextBlock PdfPaper::set(const std::vector<Paragraph>& paragraphs, double width) const {
    auto content = std::make_shared<TextBlock::Content>();
    for (const Paragraph& paragraph : paragraphs) {
        Layout layout = layout_of(engine_->context.get(), paragraph, width);
        PangoLayoutIter* at = pango_layout_get_iter(layout.get());
        double gap = paragraph.gap_above;
        do {
            PangoRectangle area;
            int top = 0, bottom = 0;
            pango_layout_iter_get_line_extents(at, nullptr, &area);
            pango_layout_iter_get_line_yrange(at, &top, &bottom);
            content->lines.push_back({pango_layout_iter_get_line_readonly(at), points(area.x), gap,
                                      points(pango_layout_iter_get_baseline(at) - top), points(bottom - top),
                                      points(area.width)});
            gap = 0;
        } while (pango_layout_iter_next_line(at) != FALSE);
        pango_layout_iter_free(at);
        content->layouts.push_back(std::move(layout));
    }
    TextBlock block;
    block.content_ = std::move(content);
    return block;
}

void PdfPaper::draw(const TextBlock& block, Point corner, std::size_t first, std::size_t last) {
    cairo_t* pen = engine_->pen.get();
    double y = corner.y;
    for (std::size_t i = first; i < last; ++i) {
        const TextBlock::Content::Line& line = block.content_->lines[i];
        if (i != first) y += line.gap;
        cairo_move_to(pen, corner.x + line.indent, y + line.ascent);
        pango_cairo_show_layout_line(pen, line.line);
        y += line.height;
    }
}

void PdfPaper::watermark(std::string_view words) {
    constexpr double greatest = 130;
    constexpr double letter = 0.8;  // of the size, at most
    const double size = std::min(greatest, engine_->height / (letter * length_in_characters(words)));
    const TextLook faint{size, true, {0.64, 0.2, 0.12}, 0.07};
    const TextBlock block = set({{{{std::string(words), faint}}, 0, 0, Anchor::middle}}, engine_->height);
    cairo_t* pen = engine_->pen.get();
    cairo_save(pen);
    cairo_translate(pen, engine_->width / 2, engine_->height / 2);
    cairo_rotate(pen, -std::atan2(engine_->height, engine_->width));
    draw(block, {-engine_->height / 2, -block.height() / 2});
    cairo_restore(pen);
}

void PdfPaper::fill(const Box& box, const Colour& colour) {
    cairo_t* pen = engine_->pen.get();
    choose(pen, colour);
    cairo_rectangle(pen, box.x, box.y, box.width, box.height);
    cairo_fill(pen);
}

void PdfPaper::fill(const std::vector<Point>& corners, const Colour& colour) {
    cairo_t* pen = engine_->pen.get();
    choose(pen, colour);
    cairo_new_path(pen);
    for (const Point& corner : corners) cairo_line_to(pen, corner.x, corner.y);
    cairo_fill(pen);
}

void PdfPaper::frame(const Box& box, const Colour& colour, double stroke) {
    cairo_t* pen = engine_->pen.get();
    choose(pen, colour);
    cairo_set_line_width(pen, stroke);
    cairo_rectangle(pen, box.x, box.y, box.width, box.height);
    cairo_stroke(pen);
}

void PdfPaper::picture(std::string_view bytes, const Box& box, std::string_view rules) {
    if (is_png(bytes)) return dots(bytes, box);
    const Picture picture = picture_of(bytes, rules);
    if (picture == nullptr) return;
    const RsvgRectangle place{box.x, box.y, box.width, box.height};
    cairo_t* pen = engine_->pen.get();
    cairo_save(pen);
    rsvg_handle_render_document(picture.get(), pen, &place, nullptr);
    cairo_restore(pen);
}

void PdfPaper::dots(std::string_view png, const Box& box) {
    const Surface dots = dots_of(png);
    const auto size = size_of(dots.get());
    if (!size || size->x <= 0 || size->y <= 0) return;
    cairo_t* pen = engine_->pen.get();
    cairo_save(pen);
    cairo_translate(pen, box.x, box.y);
    cairo_scale(pen, box.width / size->x, box.height / size->y);
    cairo_set_source_surface(pen, dots.get(), 0, 0);
    cairo_paint(pen);
    cairo_restore(pen);
}

int PdfPaper::outline(const std::string& words, int parent, double y) {
    const std::string place = fmt::format("page={} pos=[0 {:.2f}]", engine_->page, y);
    return cairo_pdf_surface_add_outline(engine_->surface.get(), parent, printable(words).c_str(),
                                         place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

void PdfPaper::begin_link(int page) {
    cairo_tag_begin(engine_->pen.get(), CAIRO_TAG_LINK, fmt::format("page={} pos=[0 0]", page).c_str());
}

void PdfPaper::end_link() {
    cairo_tag_end(engine_->pen.get(), CAIRO_TAG_LINK);
}

void PdfPaper::begin(const char* element) {
    cairo_tag_begin(engine_->pen.get(), element, nullptr);
}

void PdfPaper::end(const char* element) {
    cairo_tag_end(engine_->pen.get(), element);
}

void PdfPaper::end_page() {
    cairo_show_page(engine_->pen.get());
    ++engine_->page;
}

std::string PdfPaper::finish() {
    cairo_surface_finish(engine_->surface.get());
    const cairo_status_t status = cairo_surface_status(engine_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
    return std::move(engine_->bytes);
}

}  // namespace cadran::report
