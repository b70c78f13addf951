<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open scan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a body surface from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Built-in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the person that the window begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in p&amp;eople</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one of the people that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save body…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the surface of the body as PLY, in mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the window as a picture, and the X-ray as 16-bit PNG beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the edit again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release &amp;all markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let every marker go where the networks put it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Turn the body round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the scan&apos;s back as its front, where the two were mistaken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the body from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the body from the back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the body from its left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the body from its right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit &amp;X-ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole X-ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;window and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show brightness and contrast as at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show panes and panels where they were at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain what has the focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keys and mouse buttons do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program has told since its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Skiagraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this program is, and what it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the body round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body surfaces (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;On the X-ray: drag a marker; wheel zooms, middle drag pans, right drag changes brightness and contrast, double click fits. Arrow keys move the selected marker by 1 mm, with Shift by 10 mm; Tab walks the markers; Esc cancels a drag.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLY (*.ply)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the built-in person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when Skiagraph is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is saved as %1 alone; choose a name that ends in .%2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Choose %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release all markers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>&quot;phantom:{}&quot; is not &quot;phantom:N&quot; with N from 1 to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be read as a surface: the file is damaged or of another format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be written; surfaces are written as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; comes from a newer version of Skiagraph; update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say how large its voxels are; give their size (--spacing X,Y,Z in mm).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say how many voxels it has along three axes; give a volume of one image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say in which directions its axes run, so left, front and head are not known; give them (--axes, for example LPS when they run to the patient&apos;s left, back and head).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say what the values mean; give that of air and that of water, as in -1000,0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not say where its voxels lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has &quot;{}&quot; instead of a number in line {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has one slice alone; give a whole series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has slices that are tilted against the patient&apos;s axes; resample it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has the coordinate system &quot;{}&quot; instead of LPS or RAS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has too few slices for a body; give a whole series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; has voxels of {} x {} x {} mm, which no scanner makes; give the right spacing (--spacing X,Y,Z in mm).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds &quot;{}&quot; twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a place that is no number, at &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a point &quot;{}&quot;, which is no marker; name points like {} or {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds a web page and no surface; download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds at least {} triangles with {} vertices; at most {} of each are read. Simplify the surface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no CT (one number of at least 16 bits per voxel); say which values air and water have, if it is one (--values AIR,WATER).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no DICOM images of CT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no landmarks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no organ labels (one unsigned byte per voxel).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no series &quot;{}&quot;. It holds {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds no triangles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds several volumes or colours; give one volume of CT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds the name &quot;{}&quot; twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds values that are not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds {} points and no triangles. Make a surface of them first, for example with MeshLab (Screened Poisson) or CloudCompare, and save it as PLY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; holds {} series of CT; choose one by its number in this list or by its UID (--series): {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; in column &quot;{}&quot; of &quot;{}&quot; is not a number from {} to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; in column &quot;{}&quot; of &quot;{}&quot; is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a USD file, which is not read here; open it in Blender and export it as GLB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a binary OFF file; save it as text, or as PLY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged FBX file: there is no type &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: &quot;{}&quot; is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: a list in it has {} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: it does not begin like one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PLY file: its header is cut off or makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged PNG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged glTF file: its JSON is cut off or makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged glTF file: its parts do not fit together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged gzip file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a damaged session: its &quot;{}&quot; cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a folder; name a file to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is a point cloud. Make a surface of it first, for example with MeshLab (Screened Poisson) or CloudCompare, and save it as PLY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is an FBX file of version {}, which is older than 7 and not read here; convert it, for example with Autodesk&apos;s FBX Converter or Blender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is an archive; unpack it and open the surface in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: it holds fewer voxels than its header claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: it is no text, or a line of it has no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: its nodes are not a tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is damaged: its parts are nested too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is neither a folder of base anatomies nor a label volume (NAME.nii.gz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no Slicer markups file (.mrk.json) or table (.csv), or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no glTF 2.0 but of another version; convert it, for example with Blender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no spacing; give three lengths in mm, for the file&apos;s three axes, as in 0.8,0.8,2.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a MetaImage file, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a NIfTI file, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a NRRD file, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a PNG picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a Skiagraph session, or it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a body model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a direction; use +x, -x, +y, -y, +z, -z or three numbers such as 0.1,-1,0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a folder; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a surface file; use {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a volume; use {}, DICOM or a folder with a DICOM series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is of a format that is not read here; open it in Blender, MeshLab or ParaView, or in the program that made it, and save it as {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; is written in UTF-16, which no surface format allows; save it as UTF-8 or ASCII.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; measures in &quot;{}&quot;; save it in mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; names &quot;{}&quot; for its voxels, which is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; names no three axes; give one letter for each axis of the file, L or R, P or A, S or I, as in LPS: to the patient&apos;s left, back and head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs the file &quot;{}&quot;, which is not there; copy it beside the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs the glTF extension {}, which is not read here; export it without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; needs {} million voxels; at most {} million are read. Resample it, or its header is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; only says where Git LFS keeps the surface; fetch it with &quot;git lfs pull&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; shows air alone; its values are not Hounsfield units, or there is no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; stores its voxels as {}, which is not read; save it again in one file, for example with 3D Slicer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; tells of at least {} triangles with {} vertices in {} bytes, which no real surface does; the file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; would become {} bytes large, which no body scan does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{}&quot; writes its numbers with a decimal comma (line {}); export it with decimal points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--halve takes people that were made before; name them with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--neck, --symphysis and --like are of one person; ingest one CT after the other with --append.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body model has 100 to {} vertices, not {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body model needs at least {} components and more people than components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A compiled network was asked for an X-ray of another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A compiled network was given a surface of another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A compiled network was given pictures of another size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person of {} mm and these girths cannot weigh {} kg on base anatomy &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {} x {} cannot hold {} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A population needs at least one base anatomy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A population needs at least one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that starts from markers needs at least one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tensor of this type cannot be stored in a .safetensors file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A transform cannot be inverted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All landmarks lie outside of the CT; give those of this CT, in mm and LPS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another training process ended or cannot be reached; start all of them again with --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attenuation is known between 60 and 80 keV, not at {} keV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every draw of the interior folds in base anatomy &quot;{}&quot;; the displacements are too large for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --landmarks once for each CT, in the same order; &quot;none&quot; for a person without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a data set with --data, a table of scans with --scans, or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give either --base and --out to make people, or --data to report on people made before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In &quot;{}&quot; the row &quot;{}&quot; says same_as &quot;{}&quot;, which is no other row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; a stage has an adversary but does not train CIGN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; the last stage that trains MPN must not have a larger &quot;shrink&quot; than &quot;marker_shrink&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot; there is no such &quot;kind&quot; as &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;adversary&quot; must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;lambda&quot; must be two numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;optimiser&quot; must be adam or muon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;precision&quot; must be float32 or bfloat16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;stages&quot; must be a list of objects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be 1, 2 or 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a number between 0 and {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recipe &quot;{}&quot;, &quot;{}&quot; must be a whole number from {} to {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label {} of &quot;{}&quot; has no row in its table of organs; add one, or make it 0 (air).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaving one base anatomy out needs two or more; &quot;{}&quot; has {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch cannot be loaded ({}); install Skiagraph again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; has {} columns instead of {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {} of &quot;{}&quot; lacks a name or a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MS-SSIM needs pictures of at least {} pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium {} of &quot;{}&quot; is missing in &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name either a --sex (female or male) or a built-in --person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck (z {} mm) and pubic symphysis (z {} mm) lie further apart than in any person; check the levels, in mm of the CT&apos;s frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck and pubic symphysis must be at least {} mm apart; give both levels by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that fold their pictures already cannot be made finer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draw of the habitus has a fitting weight and a torso that can be found on base anatomy &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No draw of the habitus has a fitting weight on base anatomy &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the scans in &quot;{}&quot; could be evaluated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {} CTs can be used; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was timed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only pictures of one size can be compared with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of this data set cannot be made {} times smaller for the networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of {} x {} pixels cannot be made half as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with --out where the people go, for example --out people.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several processes need the environment variable {}; start them with torchrun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CT does not show the whole body from the crown to the thighs, so neck and pubic symphysis are not known; give their levels, landmarks with both or another scan of the same person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CT has front and back exchanged: the spine lies in front of the windpipe. The directions in its file are wrong; give the right ones (--axes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CT is upside down: the windpipe lies below the lungs. The directions in its file are wrong; give the right ones (--axes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The CT shows no body: nothing in it is as thick as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; does not say what its values mean (Rescale Slope and Intercept are missing), so they are no Hounsfield units; say which values air and water have (--values AIR,WATER; 24,1024 for what most scanners store).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; does not say where its slice lies (Image Position is missing). When all slices follow one another by their numbers, give directions and distances (--axes and --spacing).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; holds {} pictures without saying where each lies; export the series as single slices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is compressed in a way that is not read ({}); export the series uncompressed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged or was not copied to its end; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is damaged: it does not hold the {} x {} pixels that it claims.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is empty; copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; is not CT but &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The DICOM file &quot;{}&quot; was taken with a tilted gantry, which its slices&apos; places do not show; resample the series to upright slices first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive &quot;{}&quot; holds more than any CT; unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive &quot;{}&quot; is damaged or locked with a password; unpack it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base anatomies &quot;{}&quot; and &quot;{}&quot; are of one sex; a body model comes from one base anatomy, so leave out the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base anatomy &quot;{}&quot; has no chest wall to put a pacemaker under.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base anatomy &quot;{}&quot; has no {}, which an anomaly needs; leave the anomaly or the base out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base anatomy has no {}; a landmark cannot be placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base anatomy&apos;s {} has an unexpected shape; a landmark cannot be placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body in the CT has {} litres over {} mm of height, which nobody has; its spacing is wrong (--spacing X,Y,Z in mm).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is cut off above the neck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is cut off above the thighs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is {} units tall, which is no person in mm, cm, dm, m or inch; scale the surface to its true size, or give the millimetres of one unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body lies outside of the picture that these levels of neck and pubic symphysis give; check them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body model &quot;{}&quot; is of version &quot;{}&quot;, not {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body model of this sex has no body with all of these sizes together: {}; change one of them or leave it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint &quot;{}&quot; belongs to another recipe; choose another folder or start anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint &quot;{}&quot; lacks the state of its stage; start the run anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compiled networks cannot run on this processor (oneDNN status {}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set &quot;{}&quot; has other landmarks than this program, or has them in another order; make it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set and the networks are of different picture frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set does not say its &quot;{}&quot;; make it with skiagraph-cli population.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set does not say the sex of each of its bases, or does not name each measure; make it with skiagraph-cli population.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no measures of its people; make it with skiagraph-cli population.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people in its validation split whose markers are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people in its validation split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people in its {} split whose markers and whole X-ray are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people in its {} split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people in one of its splits; make a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no people to train on whose markers and whole X-ray are known, so there is no mean person to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has no test people whose markers and whole X-ray are known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has nobody of the base anatomy number {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set has nobody with all markers and a whole X-ray in one of its splits; add such people, for example virtual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable SKIAGRAPH_NETWORKS is &quot;{}&quot;; it may be libtorch, float32 or int8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable {} is &quot;{}&quot; and must be a whole number, as torchrun sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable {} is {} and must lie between {} and {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The femora of base anatomy &quot;{}&quot; are too short for a hip replacement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; cannot be opened; check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; does not hold weights of network &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file &quot;{}&quot; is not a checkpoint of a training run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished part &quot;{}&quot; in &quot;{}&quot; is damaged; delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; cannot be made: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; does not exist; make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; for finished parts cannot be made: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no baselines (folders unet, pix2pix, wgan, wgan-gp).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no label volume (NAME.nii.gz).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no networks in folders named after base anatomies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no other networks in folders named after base anatomies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds no {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds parts of another population; delete it, or write to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder &quot;{}&quot; holds the checkpoint of a training run; go on with it (--resume), choose another folder, or delete that run and start anew (--force).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of &quot;{}&quot; does not exist; make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The front {} lies along the body; give the up direction too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The landmarks in a CT are not known; --landmarks needs a label volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The levels of {} and {} mm do not tell the unit of a body of {} units; give it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loop needs a surface image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lungs of base anatomy &quot;{}&quot; have no room for a nodule of {} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of the graphics card is not enough for this; the CPU can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of this computer is not enough for the surface &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory of this computer is not enough for the volume &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neck (z {} mm) lies below the pubic symphysis (z {} mm); the levels are swapped, or the CT is upside down (--axes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The neck level must lie at least {} mm above the symphysis level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not predict a folded X-ray.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not predict an X-ray from a surface and markers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks do not know the marker {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks gave a picture that is not finite; the last good one stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks in &quot;{}&quot; are for another picture frame than the data set&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks in &quot;{}&quot; are not those of the recipe &quot;{}&quot; that &quot;{}&quot; continues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person is bent over: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person kneels or bends the knees: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person sits, with the thighs forward: markers can only be found in one who stands or lies straight; scan again, or give the axes and both levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phantom&apos;s voxels can be 1 to 10 mm wide, not {} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture &quot;{}&quot; cannot be drawn; it may be too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture &quot;{}&quot; cannot be made a PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too small for MS-SSIM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pictures of the data set are too small to compare: MS-SSIM needs {} pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pin &quot;{}&quot; is not of the form marker=LEFT,HEAD in mm, for example liver_top=+0,-12mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pin of the marker {} lies outside the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pixels of the series in &quot;{}&quot; are {} mm wide in one slice and {} mm in another; choose the slices of one reconstruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program&apos;s folder of models is not there or holds no {}; install it, or set the environment variable SKIAGRAPH_MODELS to the folder that holds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; begins with untrained networks; leave out --from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; continues networks of the recipe &quot;{}&quot;; name their folder with --from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; has no &quot;name&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; has no &quot;stages&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; is damaged: it is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe &quot;{}&quot; must be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe&apos;s batch of {} people cannot be shared equally by {} processes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan &quot;{}&quot; has changed since it was opened; open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan&apos;s file name has letters that a session cannot hold; rename the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices of different orientations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices of different sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds slices that are shifted against each other; choose one acquisition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; holds two slices at the same place (&quot;{}&quot; and &quot;{}&quot;); choose one reconstruction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series in &quot;{}&quot; lacks more than 20 slices in one place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slices in &quot;{}&quot; lie {} mm apart by their positions, not {} mm; correct --spacing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spine of base anatomy &quot;{}&quot; is too short for rods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has a triangle whose corner does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has coordinates that are not numbers (NaN or infinite).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has no triangles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface image and the networks are of different frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface image does not have the size of its frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface image shows no body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is a flat sheet, not a body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is far broader than it is long: it is not a human body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: it is not longer than it is deep; if it is one, give its up direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no head was found; if it is one, give its up direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no neck was found between a head and shoulders; if it is one, give its up direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not a standing or lying human body: no trunk was found; if it is one, give its up direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not a whole person: where the trunk should be there are two parts, as legs are; scan the whole body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface is not seen from the front: no pixel shows a body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; cannot be read: it is missing or empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; has no column &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table &quot;{}&quot; holds no scans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two data sets are of different picture frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two data sets name different anomalies; make one of them anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of &quot;{}&quot; are no Hounsfield units: they run from {} to {}, without both air near -1000 and soft tissue near 0. Give a CT, or say which values air and water have (--values AIR,WATER; 24,1024 for what most scanners store).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values of the DICOM file &quot;{}&quot; are no Hounsfield units but &quot;{}&quot;; choose another series, or say which values air and water have (--values AIR,WATER).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are damaged: tensor &quot;{}&quot; holds values that are not finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are for other markers than this program&apos;s, or for another order of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: tensor &quot;{}&quot; has another shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: tensor &quot;{}&quot; is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; are not for this network: they hold tensors that the network does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; do not say for which picture frame they are; train or copy them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; fold pictures in a way that their frame cannot have; train or copy them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights &quot;{}&quot; name a picture size for markers that their frame cannot have; train or copy them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in &quot;{}&quot; are for different picture frames; take all three from one training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights in &quot;{}&quot; do not say whom they learned from, so there is no mean person to compare with; run skiagraph-cli calibrate for them, or give their data set with --data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window&apos;s picture could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} of {} {} is out of range; the body model of this sex goes from {} to {} {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {} training processes did not meet at &quot;{}&quot;, port {}; check MASTER_ADDR and MASTER_PORT and that all were started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no pictures to put together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file &quot;{}&quot;; choose another folder, or delete the networks and the log in this one and start anew (--force).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file &quot;{}&quot;; choose another name, or replace it with --force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no anomaly &quot;{}&quot;; choose from all{}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no body in &quot;{}&quot;: every label is 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no built-in person &quot;{}&quot;; --list shows their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device &quot;{}&quot;; it may be cpu, cuda or auto.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no interval over no people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no marker &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no quantile of no values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recipe &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table &quot;{}&quot;; it belongs beside the label volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no unit &quot;{}&quot;; use mm, cm, dm, m, inch or a number of millimetres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to evaluate on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nobody to show on the contact sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build has no Gloo, by which several processes train together; start one alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no CUDA device; the CPU can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without oneDNN, so it has no compiled networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program was built without oneDNN, so the processor&apos;s peak cannot be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged in the stage &quot;{}&quot;: its loss is not finite; lower its learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and front must be at right angles, but {} and {} are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this unit the body would be {} m tall, which no person is; give another unit or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} of {} CTs cannot be used; the other people are in &quot;{}&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>The window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom the networks learnt from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpTopics</name>
    <message>
        <source>The body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X-ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A body made to measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo and history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening scans and CT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>At rest after %1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks: %1, model %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at rest after %1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkerTool</name>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Markers</name>
    <message>
        <source>Carina</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Femoral head, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Femoral head, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliac crest, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iliac crest, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kidney centre, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kidney centre, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liver top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung bottom, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung top, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lung top, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neck (C7/T1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pubic symphysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shoulder, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shoulder, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sternal notch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sternum tip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Mean man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slim, tall woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stout man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stout woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tall man</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sizes</name>
    <message>
        <source>Girth of the chest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girth of the hips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Girth of the waist at the navel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height from the soles to the crown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shoulder breadth over both upper arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Torso length from the neck (C7) to the pubic symphysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shoulder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Feet, face, spine and arms disagree about which way the person looks: front and back, and with them left and right, may be the wrong way round; give the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front or back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holes filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holes of {} cm2 in the surface were filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holes of {} cm2 in the surface were filled: so much of it is missing that the result should not be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and markers do not agree: the loop did not come to rest, so neither should be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces of the scan that are not part of the person were left out: {}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has neither head nor whole legs; the networks learned from whole bodies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has no whole head; the networks learned from whole bodies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surface has no whole legs; the networks learned from whole bodies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This body is unlike those that the networks learned from: markers may be farther off than in others, and their margins are wider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlike the people learned from</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>XrayView</name>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic image, research use, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::AboutDialog</name>
    <message>
        <source>About Skiagraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;Skiagraph %1&lt;/h2&gt;&lt;p&gt;Predicts an X-ray and 17 anatomical markers from the surface of a person, after Teixeira et al., CVPR 2018.&lt;/p&gt;&lt;p&gt;&lt;b&gt;The picture is synthetic. Research software, not a medical device, not for diagnosis.&lt;/b&gt;&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Networks in use: %1&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p&gt;Skiagraph is free software under the Apache License 2.0, whose text is below. It uses these libraries:&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyLoader</name>
    <message>
        <source>Body made to measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person made in code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyPanel</name>
    <message>
        <source>Built-in people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves every size open: the mean body of this sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click, or press Enter, to show this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the sizes that are asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size without a tick follows from the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the body that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a woman</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a man</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is a scan, %1. Choose a person or move a slider for a body made to measure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made to measure, from the body model of women.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made to measure, from the body model of men.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::BodyView</name>
    <message>
        <source>Body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body cannot be drawn, because this computer offers no OpenGL 3.2. X-ray and markers work without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::Engine</name>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::Log</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::LogWindow</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the program has told since its start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MainWindow</name>
    <message>
        <source>Skiagraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers and body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Skiagraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The person made in code is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is still to be written; the window closes then. Close it again to leave now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MarkerPanel</name>
    <message>
        <source>Release all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets every marker go where the networks put it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height, mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true place is expected within this distance in 95 of 100 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held where it is; the other markers answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::MessageBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::SizeRow</name>
    <message>
        <source>%1 given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Not ticked, it follows from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, measured on the body that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave %1 open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::StatusLine</name>
    <message>
        <source>Loading the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, model %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms a frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At rest after %1 iterations of %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at rest after %1 iterations of %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>skiagraph::ui::XrayView</name>
    <message>
        <source>X-ray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left %1 mm, height %2 mm, attenuation %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
