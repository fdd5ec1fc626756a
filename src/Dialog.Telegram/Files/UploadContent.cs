using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Dialog.Telegram;

/// <summary>A stream as a part of a form; unlike <see cref="StreamContent"/> it leaves the stream open, to be sent again.</summary>
internal sealed class UploadContent : HttpContent
{
    private readonly Stream _stream;

    private UploadContent(Stream stream) => _stream = stream;

    public static MultipartFormDataContent Form(string field, OutgoingFile file, long start, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        if (file.Content.CanSeek) file.Content.Position = start;
        // Bot API servers read names as bare UTF-8, not in the encodings of mail.
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var (name, value) in fields)
            if (value is not null)
                form.Add(new StringContent(value), name);
        var part = new UploadContent(file.Content);
        part.Headers.ContentType = MediaTypeHeaderValue.TryParse(file.MediaType, out var type) ? type : new("application/octet-stream");
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{field}\"; filename=\"{Safe(file.Name)}\"");
        form.Add(part);
        return form;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _stream.CopyToAsync(stream);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _stream.CopyToAsync(stream, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        length = _stream.CanSeek ? _stream.Length - _stream.Position : 0;
        return _stream.CanSeek;
    }

    private static string Safe(string name)
    {
        var safe = string.Concat(CleanText.Of(name).Where(c => !char.IsControl(c) && c is not ('"' or '\\' or '/')));
        return safe.Length > 0 ? safe : "file";
    }
}
