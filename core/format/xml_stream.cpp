// SPDX-License-Identifier: Apache-2.0
#include "format/xml_stream.h"

#include <algorithm>
#include <memory>
#include <new>

#include <xercesc/framework/XMLPScanToken.hpp>
#include <xercesc/sax/InputSource.hpp>
#include <xercesc/sax/SAXParseException.hpp>
#include <xercesc/sax2/Attributes.hpp>
#include <xercesc/sax2/DefaultHandler.hpp>
#include <xercesc/sax2/SAX2XMLReader.hpp>
#include <xercesc/sax2/XMLReaderFactory.hpp>
#include <xercesc/util/BinInputStream.hpp>
#include <xercesc/util/OutOfMemoryException.hpp>
#include <xercesc/util/XMLUni.hpp>

#include "format/xml_platform.h"

namespace cadran::format {

namespace {

namespace xerces = XERCES_CPP_NAMESPACE;

constexpr int deepest_element = 64;
// What the parser may take in before it tells of anything.
constexpr std::size_t greatest_silence = std::size_t{8} << 20;

// Turns a source dry once the parser swallows too much in silence.
class Meter {
  public:
    explicit Meter(const XmlSource& source) : source_(source) {}

    std::size_t read(char* into, std::size_t size) {
        if (silence_ > greatest_silence) return 0;
        const std::size_t count = source_(into, size);
        silence_ += count;
        total_ += count;
        return count;
    }
    void heard() { silence_ = 0; }
    bool is_dry() const { return silence_ > greatest_silence; }
    std::size_t total() const { return total_; }

  private:
    const XmlSource& source_;
    std::size_t silence_ = 0;
    std::size_t total_ = 0;
};

class Stream final : public xerces::BinInputStream {
  public:
    explicit Stream(Meter& meter) : meter_(meter) {}

    XMLFilePos curPos() const override { return meter_.total(); }
    XMLSize_t readBytes(XMLByte* const into, const XMLSize_t size) override {
        return meter_.read(reinterpret_cast<char*>(into), size);
    }
    const XMLCh* getContentType() const override { return nullptr; }

  private:
    Meter& meter_;
};

class Input final : public xerces::InputSource {
  public:
    explicit Input(Meter& meter) : InputSource("stream"), meter_(meter) {}

    // The parser owns it.
    xerces::BinInputStream* makeStream() const override { return new Stream(meter_); }

  private:
    Meter& meter_;
};

class StreamEvents final : public xerces::DefaultHandler {
  public:
    StreamEvents(XmlListener& listener, Meter& meter) : listener_(listener), meter_(meter) {}

    const std::optional<Message>& fault() const { return fault_; }
    bool wants_more() const { return !fault_ && listener_.wants_more(); }

    void startElement(const XMLCh*, const XMLCh* local_name, const XMLCh*,
                      const xerces::Attributes& attributes) override {
        meter_.heard();
        if (++depth_ > deepest_element)
            return give_up({"format.xml_too_deep", {{"limit", std::int64_t{deepest_element}}}});
        attributes_.clear();
        for (XMLSize_t i = 0; i < attributes.getLength(); ++i)
            attributes_.emplace_back(utf8(attributes.getQName(i)), utf8(attributes.getValue(i)));
        if (wants_more()) listener_.open(utf8(local_name), attributes_);
    }
    void endElement(const XMLCh*, const XMLCh* local_name, const XMLCh*) override {
        meter_.heard();
        --depth_;
        if (wants_more()) listener_.close(utf8(local_name));
    }
    void characters(const XMLCh* text, XMLSize_t length) override {
        meter_.heard();
        if (wants_more()) listener_.text(utf8(text, length));
    }
    void startDTD(const XMLCh*, const XMLCh*, const XMLCh*) override {
        give_up({"format.xml_document_type"});
    }
    xerces::InputSource* resolveEntity(const XMLCh*, const XMLCh*) override {
        give_up({"format.xml_document_type"});
        return nullptr;
    }
    void fatalError(const xerces::SAXParseException& exception) override {
        give_up({"format.xml_malformed", {{"reason", utf8(exception.getMessage())}}});
    }

    void give_up(Message what) {
        if (!fault_) fault_ = std::move(what);
    }

  private:
    XmlListener& listener_;
    Meter& meter_;
    XmlListener::Attributes attributes_;
    int depth_ = 0;
    std::optional<Message> fault_;
};

std::unique_ptr<xerces::SAX2XMLReader> reader_for(StreamEvents& events) {
    std::unique_ptr<xerces::SAX2XMLReader> reader(xerces::XMLReaderFactory::createXMLReader());
    for (const auto& [feature, value] : std::initializer_list<std::pair<const XMLCh*, bool>>{
             {xerces::XMLUni::fgSAX2CoreNameSpaces, true},
             {xerces::XMLUni::fgSAX2CoreValidation, false},
             {xerces::XMLUni::fgXercesSchema, false},
             {xerces::XMLUni::fgXercesLoadSchema, false},
             {xerces::XMLUni::fgXercesLoadExternalDTD, false},
             {xerces::XMLUni::fgXercesDisableDefaultEntityResolution, true},
         }) {
        reader->setFeature(feature, value);
    }
    reader->setContentHandler(&events);
    reader->setErrorHandler(&events);
    reader->setLexicalHandler(&events);
    reader->setEntityResolver(&events);
    return reader;
}

}  // namespace

std::optional<std::string_view> find_attribute(const XmlListener::Attributes& attributes,
                                               std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &XmlListener::Attributes::value_type::first);
    if (found == attributes.end()) return {};
    return found->second;
}

std::optional<Message> stream_xml(const XmlSource& source, XmlListener& listener) {
    const XmlPlatform platform;
    Meter meter(source);
    StreamEvents events(listener, meter);
    try {
        const auto reader = reader_for(events);
        const Input input(meter);
        xerces::XMLPScanToken token;
        bool more = reader->parseFirst(input, token);
        while (more && events.wants_more()) more = reader->parseNext(token);
        reader->parseReset(token);
    } catch (const xerces::XMLException& exception) {
        events.give_up({"format.xml_malformed", {{"reason", utf8(exception.getMessage())}}});
    } catch (const xerces::OutOfMemoryException&) {
        throw std::bad_alloc();
    }
    if (meter.is_dry()) return Message{"format.xml_tag_too_long"};
    return events.fault();
}

}  // namespace cadran::format
