using System.Data;
using Dapper;

namespace Dialog.Storage;

/// <summary>A moment in UTC, kept as milliseconds since 1970 so that both databases order and compare it alike.</summary>
public readonly record struct Timestamp(long Milliseconds) : IComparable<Timestamp>
{
    /// <summary>The moment as a <see cref="DateTimeOffset"/>.</summary>
    public DateTimeOffset Value => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    /// <summary>The clock's present moment.</summary>
    public static Timestamp Now(TimeProvider clock) => From(clock.GetUtcNow());

    /// <summary>Cuts a moment to milliseconds.</summary>
    public static Timestamp From(DateTimeOffset moment) => new(moment.ToUnixTimeMilliseconds());

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => Milliseconds.CompareTo(other.Milliseconds);

    public static bool operator <(Timestamp left, Timestamp right) => left.Milliseconds < right.Milliseconds;

    public static bool operator >(Timestamp left, Timestamp right) => left.Milliseconds > right.Milliseconds;

    public static bool operator <=(Timestamp left, Timestamp right) => left.Milliseconds <= right.Milliseconds;

    public static bool operator >=(Timestamp left, Timestamp right) => left.Milliseconds >= right.Milliseconds;

    internal static void Register() => SqlMapper.AddTypeHandler(new Handler());

    private sealed class Handler : SqlMapper.TypeHandler<Timestamp>
    {
        public override Timestamp Parse(object value) =>
            new(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, Timestamp value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Milliseconds;
        }
    }
}
