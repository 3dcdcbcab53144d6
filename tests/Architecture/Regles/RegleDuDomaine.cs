using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace FaireAvec.Tests.Architecture.Regles;

/// <summary>
/// Rule 4: what lies in <c>Domain/</c> knows neither ASP.NET Core nor EF. Read twice: the text, for what is only written, and the compiled code, for
/// what comes without a word in the text (implicit usings, <c>var</c>, extension methods).
/// </summary>
internal static partial class RegleDuDomaine
{
    private const BindingFlags Tout = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Interdits = ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "FaireAvec.Kernel.Donnees.FaireAvecDb", "FaireAvec.Kernel.Donnees.Base", "Microsoft.Extensions.DependencyInjection"];

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields().Where(f => f.FieldType == typeof(OpCode)).Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    /// <summary>In the text of a file.</summary>
    public static IEnumerable<string> DansLeTexte(string fichier, string texte) =>
        from Match m in NomsQualifies().Matches(texte)
        where EstInterdit(m.Value)
        select $"{fichier} writes {m.Value}: the domain knows neither the web nor the database.";

    /// <summary>In the types of an assembly whose namespace holds « Domain ».</summary>
    public static IEnumerable<string> DansLeCode(Assembly assembly) =>
        (from type in assembly.GetTypes()
         where $".{type.Namespace}.".Contains(".Domain.", StringComparison.Ordinal)
         from vu in TypesVus(type)
         from nom in Noms(vu)
         where EstInterdit(nom)
         select $"{type.FullName} uses {vu.FullName ?? vu.Name}: the domain knows neither the web nor the database.").Distinct(StringComparer.Ordinal);

    private static bool EstInterdit(string nom) => Interdits.Any(i => nom == i || nom.StartsWith(i + ".", StringComparison.Ordinal));

    /// <summary>The full name of a type and of its arguments.</summary>
    private static IEnumerable<string> Noms(Type type)
    {
        if (type.HasElementType)
        {
            return Noms(type.GetElementType()!);
        }

        var soi = type.IsGenericParameter ? [] : new[] { $"{type.Namespace}.{type.Name}" };
        return type.IsGenericType ? soi.Concat(type.GetGenericArguments().SelectMany(Noms)) : soi;
    }

    private static IEnumerable<Type> TypesVus(Type type)
    {
        var vus = new List<Type?> { type.BaseType };
        vus.AddRange(type.GetInterfaces());
        vus.AddRange(type.GetCustomAttributesData().Select(a => a.AttributeType));
        foreach (var membre in type.GetMembers(Tout))
        {
            vus.AddRange(membre.GetCustomAttributesData().Select(a => a.AttributeType));
            switch (membre)
            {
                case FieldInfo champ:
                    vus.Add(champ.FieldType);
                    break;
                case MethodBase methode:
                    vus.AddRange(methode.GetParameters().Select(p => p.ParameterType));
                    vus.Add((methode as MethodInfo)?.ReturnType);
                    vus.AddRange(DansLeCorps(methode));
                    break;
            }
        }

        return vus.OfType<Type>();
    }

    private static IEnumerable<Type?> DansLeCorps(MethodBase methode)
    {
        if (methode.GetMethodBody() is not { } corps)
        {
            yield break;
        }

        foreach (var local in corps.LocalVariables)
        {
            yield return local.LocalType;
        }

        foreach (var membre in Appeles(methode))
        {
            yield return membre as Type ?? membre?.DeclaringType;
            switch (membre)
            {
                case MethodInfo appelee:
                    yield return appelee.ReturnType;
                    break;
                case FieldInfo champ:
                    yield return champ.FieldType;
                    break;
            }
        }
    }

    /// <summary>The members that the instructions of a method name.</summary>
    public static IEnumerable<MemberInfo?> Appeles(MethodBase methode) =>
        methode.GetMethodBody() is { } corps ? Jetons(corps.GetILAsByteArray()!).Select(j => Resoudre(methode, j)) : [];

    private static MemberInfo? Resoudre(MethodBase methode, int jeton)
    {
        try
        {
            return methode.Module.ResolveMember(
                jeton,
                methode.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
                methode.IsGenericMethod ? methode.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            // A signature or a string, not a member.
            return null;
        }
    }

    /// <summary>The metadata tokens that the instructions of a body hold.</summary>
    private static IEnumerable<int> Jetons(byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == 0xFE ? Codes[(short)(0xFE00 | il[i + 1])] : Codes[il[i]];
            i += code.Size;
            switch (code.OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    yield return BitConverter.ToInt32(il, i);
                    i += 4;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    i += 1;
                    break;
                case OperandType.InlineVar:
                    i += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    i += 8;
                    break;
                case OperandType.InlineSwitch:
                    i += 4 + (4 * BitConverter.ToInt32(il, i));
                    break;
                default:
                    i += 4;
                    break;
            }
        }
    }

    [GeneratedRegex(@"\b[A-Z]\w*(\.[A-Z]\w*)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NomsQualifies();
}
