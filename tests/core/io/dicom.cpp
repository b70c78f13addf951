#include "tests/core/io/dicom.h"

#include <gdcmAttribute.h>
#include <gdcmImageChangeTransferSyntax.h>
#include <gdcmImageWriter.h>
#include <gdcmReader.h>
#include <gdcmTrace.h>
#include <gdcmUIDGenerator.h>
#include <gdcmWriter.h>

#include <stdexcept>

namespace skiagraph::testing {
namespace {

void put(gdcm::DataSet& data, const gdcm::Tag& tag, const gdcm::VR& vr, std::string text) {
  if (text.size() % 2 != 0) text += vr == gdcm::VR::UI ? '\0' : ' ';
  gdcm::DataElement element(tag);
  element.SetVR(vr);
  element.SetByteValue(text.data(), static_cast<std::uint32_t>(text.size()));
  data.Replace(element);
}

}  // namespace

void write_dicom(const std::filesystem::path& path, const DicomSlice& slice) {
  gdcm::Trace::SetWarning(false);
  gdcm::ImageWriter writer;
  gdcm::Image& image = writer.GetImage();
  image.SetNumberOfDimensions(2);
  image.SetDimension(0, slice.columns);
  image.SetDimension(1, slice.rows);
  image.SetSpacing(0, slice.spacing_mm[0]);
  image.SetSpacing(1, slice.spacing_mm[1]);
  for (unsigned axis = 0; axis < 3; ++axis) image.SetOrigin(axis, slice.place[axis]);
  image.SetDirectionCosines(slice.directions.data());
  image.SetPixelFormat(gdcm::PixelFormat::INT16);
  image.SetPhotometricInterpretation(gdcm::PhotometricInterpretation::MONOCHROME2);
  image.SetTransferSyntax(gdcm::TransferSyntax::ExplicitVRLittleEndian);
  image.SetSlope(slice.slope);
  image.SetIntercept(slice.intercept);
  gdcm::DataElement pixels(gdcm::Tag(0x7fe0, 0x0010));
  pixels.SetByteValue(reinterpret_cast<const char*>(slice.values.data()),
                      static_cast<std::uint32_t>(2 * slice.values.size()));
  image.SetDataElement(pixels);
  if (!slice.transfer_syntax.empty()) {
    gdcm::ImageChangeTransferSyntax change;
    change.SetTransferSyntax(gdcm::TransferSyntax::GetTSType(slice.transfer_syntax.c_str()));
    change.SetInput(image);
    if (!change.Change()) throw std::runtime_error("GDCM does not compress");
    writer.SetImage(change.GetOutput());
  }
  gdcm::DataSet& data = writer.GetFile().GetDataSet();
  gdcm::UIDGenerator ids;
  put(data, gdcm::Tag(0x0008, 0x0016), gdcm::VR::UI, "1.2.840.10008.5.1.4.1.1.2");  // CT image storage
  put(data, gdcm::Tag(0x0008, 0x0018), gdcm::VR::UI,
      slice.instance.empty() ? ids.Generate() : slice.instance);
  put(data, gdcm::Tag(0x0008, 0x0060), gdcm::VR::CS, slice.modality);
  put(data, gdcm::Tag(0x0018, 0x1120), gdcm::VR::DS, std::to_string(slice.gantry_tilt));
  put(data, gdcm::Tag(0x0020, 0x000e), gdcm::VR::UI, slice.series);
  put(data, gdcm::Tag(0x0010, 0x0020), gdcm::VR::LO, slice.patient);
  put(data, gdcm::Tag(0x0020, 0x0011), gdcm::VR::IS, std::to_string(slice.series_number));
  put(data, gdcm::Tag(0x0020, 0x0012), gdcm::VR::IS, std::to_string(slice.acquisition));
  put(data, gdcm::Tag(0x0020, 0x0013), gdcm::VR::IS, std::to_string(slice.number));
  writer.SetFileName(path.c_str());
  if (!writer.Write()) throw std::runtime_error("GDCM does not write " + path.string());
  if (slice.texts.empty()) return;
  // The image writer sets its own geometry, so these come afterwards.
  gdcm::Reader reader;
  reader.SetFileName(path.c_str());
  if (!reader.Read()) throw std::runtime_error("GDCM does not read " + path.string());
  for (const DicomText& text : slice.texts) {
    const gdcm::Tag tag(text.group, text.element);
    if (text.text.empty())
      reader.GetFile().GetDataSet().Remove(tag);
    else
      put(reader.GetFile().GetDataSet(), tag, gdcm::VR::GetVRTypeFromFile(text.vr.c_str()), text.text);
  }
  gdcm::Writer again;
  again.SetFile(reader.GetFile());
  again.SetFileName(path.c_str());
  if (!again.Write()) throw std::runtime_error("GDCM does not write " + path.string());
}

}  // namespace skiagraph::testing
